import { type SaidFor, sentences } from '../../src/reading/sentence/said.ts';

/** What people type who wish exactly this. */
export const said: SaidFor = {
	host: sentences(`
		告知信息 东湖镇两新党委 027-88880000 ｜ 改一下告知里的电话 ｜ 告知信息里的单位名称写错了，改成高新区两新工委 ｜ 我们党委的电话换了，告知的地方改一下
		对外告知的单位改成南山街道党工委 ｜ 告知信息：使用单位是星城两新党委，电话0731-22225555 ｜ 党员告知里写的电话不对 ｜ 把告知电话更新成 85556666
		改告知信息 ｜ 修改告知的联系电话 ｜ 给党员看的那段告知，里面的单位改名了 ｜ 告知书上的党委名称要换 ｜ 告知里加上我们办公室电话
		本助手由开发区非公党委使用，联系电话 66668888，请登记 ｜ 登记一下谁在用这个机器人：城北两新党委 ｜ 使用单位登记为滨江工委 ｜ 告知信息怎么没有电话，补上 62223333
		告知信息 高新区两新工委 ｜ 换届以后党委改名了，告知里跟着改 ｜ 告知里的电话打不通了，换成新的 ｜ 告诉大家是谁在用：镇两新党委，电话 12345678
		党员告知 设置 ｜ 我要设置告知信息 ｜ 告知信息在哪改 ｜ 填一下告知用的单位和电话 ｜ 单位名称和联系电话登记 给告知用 ｜ 更新告知：电话改成 021-55556666
		set the notice: East Lake Committee, phone 8888 0000 ｜ change the phone number in the notice ｜ the committee name in the notice is wrong ｜ update who uses this bot
		notice: New District Committee, call 555 0100 ｜ edit the notice for members ｜ put our new office number into the notice ｜ who runs the bot should say Harbour Committee
		告知信息 更正 ｜ 把使用单位改成“临港两新党委” ｜ 告知上写的还是老单位 ｜ 聯絡電話變了，告知信息改一下 ｜ 告知資訊 新區黨工委 ｜ 告知那段话的电话去掉
		咱们党委挂牌了，告知里用新名字 ｜ 党员看到的告知里单位不对，请改 ｜ 告知信息重新填一遍 ｜ 联系电话写成值班室的 88112233，放在告知里
	`),
};
