/**
 * What people speak of here, and what they want done with it, in both languages and in the words they choose; nothing is
 * decided by one of them. They let a sentence be likened to one that says the same with other words.
 */
const NOTIONS: Readonly<Record<string, RegExp>> = {
	// things
	meeting:
		/开会|开个会|会议(?!室)|[大课次个的]会|党课|党日|例会|支委会|生活会|民主评议|\b(?:meetings?|lecture|theme day)\b/iu,
	roll: /到会|点名|缺席|缺勤|出勤|考勤|实到|应到|全到|都到|全勤|到齐|旷会|\b(?:roll|present|absent|everyone came)\b/iu,
	attendance: /出席|参会|出勤|到会率|参加率|考勤|几次会|开会|\b(?:attendance|attended|turnout)\b/iu,
	roster: /名册|花名|名单|党员|人员|\b(?:roster|members?)\b/iu,
	branch: /支部|总支|党委|工委|\bbranch(?:es)?\b/iu,
	upper: /上级|隶属|归|属于|划给|挂到|下面|底下|\bunder\b/iu,
	bind: /绑|对上|这个?群|本群|\b(?:bind|link|this group)\b/iu,
	role: /书记|委员|组织员|指导员|联络员|支委(?!会)|管理员|\b(?:secretary|officer|instructor|liaison)\b/iu,
	ticket: /求助|工单|单子|这单|结单|诉求|帮我问|\b(?:tickets?|requests?|case)\b/iu,
	matter: /[那这]件?事|我的事|我那事|的事/u,
	labour:
		/工资|欠薪|拖欠|加班费|社保|工伤|辞退|开除|赔偿|押金|扣钱|工头|合同|\b(?:wages?|salary|overtime|fired|unpaid|employer)\b/iu,
	hardship:
		/困难|补助|低保|看病|住院费|医药费|大病|贷款|理赔|纠纷|吵|邻居|调解|上学|援助|\b(?:hardship|loan|medical|insurance|lawyer|neighbour)\b/iu,
	transfer: /转接|转?关系|转出|转入|转走|转来|转过来|\btransfers?\b/iu,
	letter: /介绍信|开信|\bletter\b/iu,
	receipt: /回执|收据|\breceipt\b/iu,
	paper: /哪张|哪种证|活动证|证明|什么证|办证|\b(?:card|certificate|paper)\b/iu,
	away: /派驻|学习.{1,3}个月|期间|流动|外出|在外|打工|外地|去向|常驻|外派|出国|去.{1,6}(?:上班|干活|打工|带孙|项目)|\b(?:working in|float\w*|away|out of town|abroad)\b/iu,
	back: /回来|返回|回到|回了|返乡|落地|回支部|到家|\b(?:back|returned)\b/iu,
	figures:
		/统计|总数|比例|占比|率|合计|数据|数字|概况|总览|情况怎么|整体|\b(?:figures|stats|statistics|overview|rate|share)\b/iu,
	count: /多少|几[个人件次名家条位]|人数|几成|\b(?:how many|number of|count)\b/iu,
	names: /名单|核对|明细|具体人名|哪些人|都有谁|事由|名字|\bnames\b/iu,
	file: /导出|下载|excel|表格|电子[版表]|csv|xlsx|文件|拉出来|\b(?:export|spreadsheet|download)\b/iu,
	print: /打印|打一?[份个张]|印|docx|word|纸质|存档|归档|签到[表单册]|台账|\bprint\b/iu,
	form: /表单|怎么填|在哪填|填|申请单|预约|安排|\b(?:form|set up|schedule)\b/iu,
	minutes: /记录|纪要|记一下|\bminutes\b/iu,
	data: /注销|电话号码|什么信息|多少信息|数据|个人信息|我的(?:信息|资料)|隐私|聊天记录|谁(?:看过|查过)|能看到我|\b(?:my data|privacy)\b/iu,
	rules:
		/规定|条例|章程|几年|几个月|算不算|可不可以|能不能|行不行|可以吗|行吗|要不要|必须|应该|合规|有效|依据|政策|党费|\b(?:rules?|allowed|must|required|how often|may a)\b/iu,
	reminder: /提醒|发消息|推送|通知我|打扰|催|找我|\b(?:remind\w*|notif\w*|messages?|alerts?)\b/iu,
	quiet:
		/频繁|叨|天天|关闭|打开提醒|少[提发]|别[再老给提发]|静音|暂停|免打扰|恢复|消停|\b(?:turn|mute|pause|quiet|stop|resume|fewer)\b/iu,
	usage:
		/使用|说明|手册|指南|指教|咋[用整使弄]|操作|打字|按钮|会用|怎么用|怎么弄|怎么写|怎么说|怎么操作|不会用|教[教我]|帮助|菜单|功能|能干|会什么|示例|例子|格式|\b(?:instructions|guide|help|menu|how do i|how to|what can)\b/iu,
	suggestion: /建言|献|献计|改进|建议|提议|提个|点子|想法|意见|主意|献策|\b(?:suggest\w*|idea|propose)\b/iu,
	experience:
		/案例|抄|分享|经验|做法|[别其][的他]支部|人家|兄弟支部|好办法|妙招|借鉴|参考|\b(?:practices?|experience|other branches)\b/iu,
	pairing: /结对|结成|一对一|帮带|带.{0,3}新|师徒|联系群众|\bpair\w*\b/iu,
	development:
		/公示|政审|发展党员|培训班|预审|入党|积极分子|发展对?象?|转正|预备期|申请书|思想汇报|政审|培养|\b(?:development|activists?|probation\w*|full member|applicant)\b/iu,
	term: /届满|期满|改选|换届|换界|届|任期|选举|候选|\b(?:terms?|elections?)\b/iu,
	report: /小结|总结|年报|半年报|述职|申报|汇报|材料|\breports?\b/iu,
	organisation:
		/企业|单位|公司|工?厂|职工|商户|社会组织|摸底|组建|\b(?:organisations?|compan(?:y|ies)|employees|firms?)\b/iu,
	code: /管理码|验证码|一次性码|(?<!\d)\d{6}(?!\d)|\bcode\b/iu,
	shift:
		/哪天合适|合适|凑齐|最多人|[白夜早晚中倒轮三各]班|班次|大家都有空|凑|\bshifts?\b|\b(?:suits|works for)\b/iu,
	standing: /正式|预备|积极|\b(?:full|probationary)\b/iu,
	// deeds
	cancel: /取消|不开|停开|免了|作废|撤|算了|开不成|\b(?:call\w* off|cancel\w*|drop)\b/iu,
	move: /改期|改[到成为]|推迟|提前|延[期后到]|[往挪换]后|挪|换[到成个]|变更|\b(?:postpone|move|reschedule|push|shift|change)\b/iu,
	add: /添加|加[上个入人名进]|补[上录]|录入|入册|登进|新增|漏了|\badd\b/iu,
	remove:
		/移[除出]|拿掉|去掉|删|清|划掉|勾掉|撤下|剔|除名|脱党|退党|过世|去世|\b(?:remove|take .{1,12} off|delete)\b/iu,
	take: /揽|交给我|我去办|算我的|我这边接|我来办|我[来去]?接|接[办了下手]|认领|归我|我负责|我管|\b(?:assign .{0,8} to me|take|i['’]ll handle|claim)\b/iu,
	pass: /分给|往.{1,4}转|换个?人|交还|回避|不便|转[给办派交]|交给|换[人别个]|派给|往上转|移交|\b(?:give|hand|pass|assign|forward)\b/iu,
	finish:
		/完结|完成|结[掉了]|手续.{0,4}好|办结|办完|结案|结单|完结|处理[完好]|了结|办妥|关[掉单]|完成|\b(?:mark|close|finish\w*|resolve|complete\w*|done)\b/iu,
	satisfied: /满意|解决了|弄好了|办好了|搞定|没事了|没问题了|拿到了|\b(?:satisfied|solved|happy)\b/iu,
	again:
		/结得不|没弄|只给|才给|又来|重开|重新|没解决|[没未]办|没弄|又[被拖欠没不]|再[打开跟追办]|接着|继续|还没|没完|反悔|\b(?:reopen|again|not (?:solved|resolved|done))\b/iu,
	withdraw:
		/不办了|不需要|不求助|撤[回销掉了]|收回|不用[帮办管了]|不[求帮]|作罢|不麻烦|\b(?:not needed|don.t need help|withdraw|never mind)\b/iu,
	undo: /当我没说|按错|刚刚|登错|回退|撤[回销]|刚才|点错|按错|发错|弄错|不算|还原|恢复之前|\b(?:pressed the wrong|undo|revert|mistake|take (?:it|that) back)\b/iu,
	reply: /回[复执覆付伏]|补充|告诉|转告|跟[他她].{0,4}说|捎|留言|\b(?:reply|tell|answer|add to)\b/iu,
	receive: /接收|收[到下人了]|落[户下]|接[到进]|到位|\b(?:receiv\w*|accept\w*|arrived)\b/iu,
	sendBack:
		/退返|手续不[对全]|接收不了|退[回掉了给]?$|退回|打回|退掉|不收|不接收|拒收|送错|不是我们|\bsend .{0,12}back\b|\breject|\b(?:return the)\b/iu,
	exempt: /[暂先]不[转用]|不[用必]转|免转|缓|短期|\b(?:exempt|not transferring|no need)\b/iu,
	start:
		/转入|转过去|入职|发起|[转迁]到|转[走过]|开始办|办转|想转|要转|\b(?:move my relation|start|initiate|begin)\b/iu,
	contacted:
		/联系[过了上]|已联系|打[了过]电话|电话|视频|微信|走访|看望|聊|通[了过]|\b(?:contacted|called|spoke|talked|phoned|visited)\b/iu,
	appoint:
		/任命|担任|当(?!天|时|然)|接任|上任|就任|设为|任书?记?|派.{0,8}[去到]|\b(?:appoint|make|new secretary)\b/iu,
	dismiss:
		/退下来|辞[去职]|不担任|免[去掉]|卸任|不再|不[当兼做]|不干|去掉|收回|到[龄期]|\b(?:resign\w*|dismiss|step\w* down|no longer)\b/iu,
	arrived:
		/到哒|到咧|现场|坐.{0,3}排|打[个]?卡|打[个]?钩|在会[场议]|进来了|到了|签[到个]|已到|到场|来[啦了]|坐下|在会议室|我在现场|划一下|\b(?:in the room|arrived|check(?:ed|ing)?[ -]?in|i['’]?a?m here)\b/iu,
	coming:
		/赶过去|来得[了成]|去得|必到|算我|现场|参加|我[去来到]|能[去来到]|会[去来到]|准时|报名|算我|\b(?:attending|i can come|can come|sign me up|coming|attend|i['’]ll be there|count me in|yes)\b/iu,
	lateness: /晚[点到来会一些]|迟[到一点些会]|来晚|晚个|堵|\b(?:late|delayed)\b/iu,
	online: /线上|视频|远程|连线|网上|在线|腾讯会议|\b(?:online|remote\w*|zoom|video)\b/iu,
	absence:
		/请[个了]?[事病]?假|告[个]?假|[来去到参][加]?不[了成]|不能[去来参到]|不[去来参到]|走不开|没空|赶不|\b(?:leave|can['’]?t|cannot|unable|won['’]t make)\b/iu,
	forSomebody: /托我|让我|他说|她说|[替帮代](?!助|扶|忙|表)|给.{1,5}[请点登]/u,
	newcomer: /报到|我是|我叫|新来|入职|姓名|本人|刚到|\b(?:i am|my name|join\w*|register)\b/iu,
	listing: /看|查|列|名单|列表|有哪些|都有|清单|\b(?:show|list|see|which)\b/iu,
	why: /怎么回事|根据什么|干啥|什么依据|为什么|为啥|怎么又|凭[什啥]|咋[又老]|干嘛|做啥|啥意思|\bwhy\b|\b(?:how come)\b/iu,
	wrong:
		/异议|漏了|申诉|搞错|记错|写错|不对|错|更正|有误|纠正|不认|改过来|明明|\b(?:error|wrong|incorrect|correct)\b/iu,
	ahead:
		/截止|期限|月底|年底前|必做|哪些要|接下来|下一步|快到期|快要|到期|最近要|本月要|日程|将要|\b(?:deadline|before year end|must be done|due|upcoming|coming up|expir\w*)\b/iu,
	pending:
		/任务|清单|事项|该做|要做|活没|待办|没办|[还有]啥|还差|要办|等我|积压|没处理|还有什么|\b(?:anything|to ?do|pending|waiting for me|left|outstanding)\b/iu,
	progress:
		/信儿|动静|办到|等了|跟进|处理得|进[展度]|到哪|结果|回音|消息|有人[管接办]|怎么样了|哪一步|多久|卡|\b(?:progress|status|where is|handling)\b/iu,
	everybody: /全[到员部体]|都[到来去参]|大家|其他|其余|除了?|\b(?:everyone|everybody|all)\b/iu,
	when: /什么时候|啥时候?|几点|几号|哪天|周几|何时|几时|时间|\bwhen\b/iu,
	where: /哪里|哪儿|在哪|哪个|地点|地方|\bwhere\b/iu,
	who: /谁|\bwho\b/iu,
	have: /有没有|有吗|有无|是不是|了没|没有?$|\b(?:is there|are there|any)\b/iu,
};

/** Which of them a sentence touches. */
export function notionsIn(text: string): string[] {
	return Object.entries(NOTIONS).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}
