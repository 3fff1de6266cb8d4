/** Cards such as the bot sends, in the platform's own JSON: one of each thing the page has to draw. */

const plain = (content: string) => ({ tag: 'plain_text', content });
const markdown = (content: string) => ({ tag: 'markdown', content });
const says = (label: string, value: object, more: object = {}) => ({
	tag: 'button',
	text: plain(label),
	behaviors: [{ type: 'callback', value }],
	...more,
});
const column = (...elements: object[]) => ({ tag: 'column', width: 'weighted', weight: 1, elements });
const fact = (label: string, value: string) => ({
	tag: 'column_set',
	columns: [
		{ ...column(markdown(label)), weight: 2 },
		{ ...column(markdown(value)), weight: 5 },
	],
});
const card = (title: string, template: string, elements: object[]) => ({
	schema: '2.0',
	config: { update_multi: true, summary: { content: title } },
	header: { title: plain(title), template },
	body: { elements },
});

/** One tap answers; leaving out asks first. */
export const invitation = (state: string) =>
	card('第四季度党务工作者例会', 'blue', [
		fact('时间', '**12月16日（周三）下午3点**'),
		fact('地点', '镇党群服务中心二楼会议室'),
		fact('内容', '讨论会，之后去现场看一家结对企业'),
		...(state === '' ? [] : [{ tag: 'hr' }, markdown(`您的答复：**${state}**`)]),
		{
			tag: 'column_set',
			flex_mode: 'stretch',
			columns: [
				column(says('参加', { command: 'answer', args: { how: 'yes' } }, { type: 'primary', width: 'fill' })),
				column(says('请假', { command: 'answer', args: { how: 'leave' } }, { width: 'fill' })),
				column(
					says(
						'取消会议',
						{ command: 'cancel', args: {} },
						{
							type: 'danger',
							width: 'fill',
							confirm: { title: plain('取消会议'), text: plain('受邀的人都会收到通知。') },
						},
					),
				),
			],
		},
	]);

const choices = (...labels: string[]) =>
	labels.map((label, index) => ({ text: plain(label), value: `v${index}` }));

const CONTACTS = [
	'ou_chen',
	'ou_li',
	'ou_zhang',
	'ou_wang',
	...Array.from({ length: 6 }, (_, n) => `ou_${n}`),
];

/** Every field a form can hold. */
export const registration = () =>
	card('外出登记', 'turquoise', [
		markdown('登记后，支部好跟您联系。**只有书记看得到**，可以随时[查看规定](https://example.org/rules)。'),
		{
			tag: 'form',
			name: 'float',
			elements: [
				markdown('现在在哪里工作'),
				{ tag: 'input', name: 'place', required: true, placeholder: plain('例如：苏州工业园区') },
				markdown('从哪天开始'),
				{
					tag: 'date_picker',
					placeholder: { tag: 'plain_text', content: '请选择' },
					name: 'since',
					required: true,
				},
				markdown('方便联系的时间'),
				{ tag: 'picker_datetime', placeholder: { tag: 'plain_text', content: '请选择' }, name: 'when' },
				markdown('外出原因'),
				{
					tag: 'select_static',
					placeholder: { tag: 'plain_text', content: '请选择' },
					name: 'reason',
					options: choices('务工经商', '随迁探亲', '其他'),
				},
				markdown('需要什么帮助'),
				{
					tag: 'multi_select_static',
					placeholder: { tag: 'plain_text', content: '请选择' },
					name: 'help',
					options: choices('劳动维权', '困难救助', '医疗', '贷款'),
				},
				markdown('联系人'),
				{
					tag: 'select_person',
					placeholder: { tag: 'plain_text', content: '请选择' },
					name: 'contact',
					options: CONTACTS.map((value) => ({ value })),
				},
				{ tag: 'checker', name: 'agreed', text: plain('同意支部保存以上信息') },
				says('提交登记', { command: 'float' }, { type: 'primary', name: 'send', form_action_type: 'submit' }),
			],
		},
	]);

const BRANCHES = [
	'东街',
	'西街',
	'南桥',
	'北站',
	'纺织园',
	'物流园',
	'商会',
	'新市',
	'江边',
	'工业区',
	'家电城',
	'花园',
];

/** Figures: text, a chart, a table of several pages. */
export const figures = () =>
	card('第四季度 · 出席', 'green', [
		markdown(
			'应到 **156**，实到 **131**，请假 **17**，缺席 **8**\n出席率 <font color="green">**84%**</font>，其中 2 次会议还没登记',
		),
		{
			tag: 'chart',
			aspect_ratio: '16:9',
			chart_spec: {
				type: 'bar',
				data: [
					{
						id: 'q',
						values: ['7月', '8月', '9月', '10月', '11月', '12月'].flatMap((month, index) => [
							{ month, kind: '实到', count: 118 + index * 3 },
							{ month, kind: '请假', count: 20 - index },
						]),
					},
				],
				xField: ['month', 'kind'],
				yField: 'count',
				seriesField: 'kind',
				legends: { visible: true, orient: 'bottom' },
			},
		},
		{
			tag: 'table',
			page_size: 5,
			columns: [
				{ name: 'branch', display_name: '支部', data_type: 'text' },
				{ name: 'present', display_name: '实到', data_type: 'number' },
				{ name: 'state', display_name: '登记', data_type: 'options' },
			],
			rows: BRANCHES.map((branch, index) => ({
				branch: `${branch}联合党支部`,
				present: 8 + ((index * 5) % 7),
				state: [{ text: index % 5 === 4 ? '未登记' : '已登记', color: index % 5 === 4 ? 'orange' : 'green' }],
			})),
		},
		{
			tag: 'collapsible_panel',
			expanded: false,
			header: { title: { tag: 'plain_text', content: '这些数字怎么算的' } },
			elements: [markdown('- 只算已经登记到会的会议\n- 请假不算缺席\n- 有异议的记录先不算')],
		},
	]);

/** What people typed must stay what they typed. */
export const hostile = () =>
	card('原样显示', 'red', [
		markdown(
			'<img src=x onerror="document.title=1"> <script>document.title=1</script> [点我](javascript:alert(1)) &#42;星号&#42;',
		),
		{ tag: 'div', text: plain('<b>不是粗体</b> **也不是**') },
		{ tag: 'img', img_key: 'img_missing', alt: plain('合影') },
		{ tag: 'person_list', persons: [{ id: 'ou_li' }, { id: 'ou_zhang' }] },
		{
			tag: 'overflow',
			options: [{ text: plain('转给别人'), value: 'pass' }],
			behaviors: [{ type: 'callback', value: 'more' }],
		},
	]);
