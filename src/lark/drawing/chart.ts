import type { Block } from '../../bot/vocabulary/index.ts';
import { visible } from './text.ts';

type Chart = Extract<Block, { kind: 'chart' }>;

/** The readers are often sixty. The colours are the client's own, which knows whether it is dark. */
const LETTERS = { fontSize: 16 };
const NAMES = { fontSize: 16, maxLineWidth: 200 };
/** The part of the axis left free for the number at the end of the longest bar. */
const ROOM_FOR_NUMBERS = 0.2;
/** How much of the chart's width the names may take: the library's own 30 % cuts them off on a phone. */
const ROOM_FOR_NAMES = '55%';

/** The room of one bar and of all that stands around them, px; the platform takes heights of up to three digits. */
const BAR = 44;
const AROUND = 90;
const HIGHEST = 999;

/** Lying bars in one colour, so that long names fit, each with its number at its end; data alone, without any function. */
export function drawChart({ title, bars }: Chart): object {
	const values = bars.flatMap(({ label, value }) =>
		value === undefined ? [] : [{ name: visible(label), value }],
	);
	return {
		tag: 'chart',
		height: `${Math.min(HIGHEST, BAR * values.length + AROUND)}px`,
		chart_spec: {
			type: 'bar',
			// Keeps the platform's own media queries out.
			media: [],
			direction: 'horizontal',
			title: { visible: true, text: title, textStyle: LETTERS },
			data: [{ id: 'bars', values }],
			xField: 'value',
			yField: 'name',
			label: { visible: true, position: 'outside', style: LETTERS },
			axes: [
				{ orient: 'left', type: 'band', maxWidth: ROOM_FOR_NAMES, label: { style: NAMES } },
				{ orient: 'bottom', type: 'linear', min: 0, expand: { max: ROOM_FOR_NUMBERS }, visible: false },
			],
			legends: { visible: false },
		},
	};
}
