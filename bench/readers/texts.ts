/** As long as a message may be. */
export const LENGTH = 20_000;

/** One of each class of sign that readers look for, and some pairs of them. */
const PIECES = [
	...['1', '12', '9 ', '１', '-', '1-', '十', '第一', '月', '年月日', '3点', '6pm-', '1月1日', '12/1 ', '半'],
	...['到', '到6', '到1月', '至2', '了', '请假', '不', '都', '其他', '除', '取消', '流入 张三 ', '来自'],
	...['张', '张三', '张三、', '王 ', '党员', '党员1', '第1支部', '支部', '支部 ', '國', '㐀'],
	...['a', 'ab ', 'to ', 'A.', "n't ", '@', '@_user_1', '@_user_', '@_user_1 ', '@_all', '#', '#1 '],
	...[
		'。',
		'，',
		':',
		'、',
		'(',
		')',
		'(张三 ',
		'(请假)',
		'《',
		'「',
		'[',
		'[a](',
		'!',
		'?',
		'*',
		'/',
		'.',
		"'",
	],
	...[
		' ',
		'\u3000',
		'\t',
		'\n',
		' \n',
		'\t\n',
		'\r',
		'\u200b',
		'\n张三',
		'\t1',
		'张\t',
		'1. 张三\n',
		'接龙\n张三\n',
	],
	...[
		'😀',
		'👨‍👩‍👧',
		'\u{20000}',
		'\u0301',
		'微信',
		'电话:',
		'138',
		'13800000000 ',
		'110101199003074',
		'暂停 ',
		'预备党员(',
	],
] as const;

/** What stands around the repetitions: nothing, a command's beginning, brackets, a heading. */
const FRAMES: readonly (readonly [string, string])[] = [
	['', ''],
	['请假', 'x!'],
	['张三(', ')到'],
	['到', '张'],
];

/** Texts of 20,000 signs that would keep a careless pattern busy, each with what it is made of. */
export function hostileTexts(): { readonly of: string; readonly text: string }[] {
	const mixed = PIECES.join('');
	return [...PIECES, mixed].flatMap((piece) =>
		FRAMES.map(([before, behind]) => {
			const room = LENGTH - before.length - behind.length;
			const filled = piece.repeat(Math.ceil(room / piece.length)).slice(0, room);
			return {
				of: `${before}${piece === mixed ? 'everything' : piece}…${behind}`,
				text: before + filled + behind,
			};
		}),
	);
}
