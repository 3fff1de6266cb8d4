/** Which paper somebody needs who goes away. */
export const papers = {
	paper: {
		purpose: '外出前问四句，看要不要转关系、办哪张证',
		'ask-stay': '要外出多久？',
		'stay-short': '不到{short}个月',
		'stay-middle': '{short}到{middle}个月',
		'stay-long': '{middle}个月以上',
		'stay-unsure': '说不准',
		'ask-fixed': '一直在同一个地方吗？',
		'fixed-yes': '地方固定',
		'fixed-no': '经常换地方',
		'ask-host': '那边有能接收您的党组织吗？',
		'host-yes': '有',
		'host-no': '没有，或者不清楚',
		'ask-online': '两边都能网上转接吗？',
		'online-yes': '能，或者不清楚',
		'online-no': '不能',
		none: '不用办手续',
		'none-text': '外出不到{short}个月，不开证明，也不转关系。走之前跟支部说一声，开会好通知您。',
		certificate: '开一张党员证明信',
		'certificate-text':
			'外出{short}到{middle}个月，组织关系不动。请支部开一张党员证明信，到那边凭它参加组织生活。',
		'activity-card': '领一本流动党员活动证',
		'activity-card-text':
			'时间或地方定不下来的，组织关系不动，领活动证，到哪里都可以凭它参加活动。有的地方已经不再发活动证，请先问支部。',
		transfer: '要转组织关系，网上办',
		'transfer-text':
			'在一个地方待满{middle}个月的，组织关系要转过去。由两边的基层党委在网上转接，不用您来回跑。对方接收之前，您仍归现在的支部管。',
		'transfer-by-letter': '要转组织关系，开介绍信',
		'transfer-by-letter-text':
			'在一个地方待满{middle}个月的，组织关系要转过去。网上办不了，才开介绍信：由能审批预备党员的基层党委开，支部开不了。有效期以信上写的为准，最长{longest}个月，请按时交到。',
		stay: '先不转，登记为流动党员',
		'stay-text':
			'那边还没有能接收的党组织，关系先留在现在的支部。请登记去向，支部会定期和您联系；那边有了组织再转。',
		'to-transfer': '看组织关系转接',
		'to-float': '外出登记',
		again: '重新回答',
	},
} as const;
