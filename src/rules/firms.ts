/** What says of a name only which kind of organisation it is, or of a sentence that somebody works there. */
const KIND =
	/有限责任公司|股份有限公司|有限公司|分公司|子公司|总公司|公司|集团|股份|控股|企业|单位|工厂|厂|店|联合|综合|机关|直属|流动|离退休|第?[一二三四五六七八九十\d]+(?=党|支部)|党支部|党总支|总支部?|支部|党委|党组织?|党小组|委员会|管理委员会|管委会|工会|协会|商会|两新|两企三新|社会工作部/gu;
const TRADE =
	/科技|技术|电子|电器|机械|机电|实业|工业|产业|贸易|商贸|制造|制品|加工|服务|物业|物流|运输|建筑|建设|建材|装饰|工程|食品|餐饮|酒店|服装|纺织|医药|医院|学校|教育|文化|传媒|广告|咨询|信息|网络|软件|数码|智能|新能源|能源|环保|材料|化工|金属|五金|塑料|包装|印刷|汽车|汽修|农业|投资|发展|管理|律师|会计|事务所|\b(?:co|ltd|inc|group|company)\b/giu;
const TALK =
	/^(?:我|现在|目前|以前|刚|一直|还|都|是|就|在|给|叫)+|上班|打工|工作|做工|干活|员工|职工|工人|老板|(?:的|里|那边|这边|这里|那里)+$/gu;
/** A place at the beginning: 湖北省武汉市高新区, 东湖镇, 解放街道. */
const PLACE =
	/^(?:[\p{Script=Han}]{1,6}?(?:省|自治区|市|新区|高新区|开发区|产业园|工业园|园区|区|县|街道办事处|街道|镇|乡|社区|村))+/u;
const NOTHING = /[^\p{L}\p{N}]+/gu;

/** Ours: a name of fewer signs of its own says nothing about where somebody works. */
const FEWEST = 2;

/** What is a name's own: 星光 of 东湖镇星光电子有限公司 and of 星光电子党支部; empty when only place, kind and trade stand there. */
export function ownName(name: string): string {
	const said = name.normalize('NFKC').toLowerCase().replace(TALK, '').trim();
	const bare = said.replace(PLACE, '');
	return bare.replace(KIND, '').replace(TRADE, '').replace(TALK, '').replace(NOTHING, '');
}

/**
 * Whether what somebody told of where they work names this organisation, however either is written. A mere place or trade
 * (高新区, 东湖镇, 电子厂) names none. Several firms may be told at once.
 */
export function isOfFirm(told: string, organisation: string): boolean {
	const there = ownName(organisation);
	if ([...there].length < FEWEST) return false;
	return told.split(/[,，、;；。\n]/u).some((each) => {
		const here = ownName(each);
		return [...here].length >= FEWEST && (here.includes(there) || there.includes(here));
	});
}

const UNTOLD =
	/^(?:我|就|先|还是)*(?:不(?:想|愿意?|方便|便)?(?:说|讲|告诉您?|透露|填|写)|跳过|保密|没有?(?:单位|工作|上班|公司)?|无(?:单位|业)?|失业|待业|skip|none|rather not|no)了?[吧啊呀。.!！~\s]*$/iu;

/** Whether somebody would rather not say where they work, or works nowhere. */
export function isUntold(text: string): boolean {
	return UNTOLD.test(text.trim());
}
