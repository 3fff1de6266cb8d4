import { normalise } from '../../src/reading/normalise.ts';

const SURNAMES =
	'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗花方俞任袁柳唐罗薛雷贺汤' +
	'殷毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛米戴宋庞熊纪舒项祝董梁杜阮蓝席季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万管' +
	'卢莫丁邓洪包左石崔龚程邢陆翁甄曲家封段焦侯宁甘厉武符刘景詹龙叶黎白怀蒲从索赖卓屠蒙池乔谭申牛燕温庄晏柴瞿阎艾鱼古易廖庾暨匡寇广聂欧关耿向付肖史解';

/** A text as far as it tells two wishes apart: no case, blanks, signs, traditional characters. */
export function bare(text: string): string {
	const letters = normalise(text.normalize('NFKC'))
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
	return letters === '' ? text : letters;
}

/**
 * What two texts have in common that differ in people and numbers only. Nobody can tell how long a name is, so there is a
 * key for given names of one character and one for those of two; what has hardly anything beside them is left out.
 */
export function shapes(text: string): readonly string[] {
	const numbered = bare(text.replace(/@\S+/g, '王五')).replace(/[\d一二两三四五六七八九十百]+/gu, '0');
	return [1, 2]
		.map((given) => numbered.replace(new RegExp(`[老小]?[${SURNAMES}]\\p{Script=Han}{${given}}`, 'gu'), '@'))
		.filter((shape) => shape.replace(/[0@]/g, '').length > 3);
}
