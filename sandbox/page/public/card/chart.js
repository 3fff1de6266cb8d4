import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { t } from '../words.js';

const FONT = getComputedStyle(document.documentElement).getPropertyValue('--font');
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
let library;

/** VChart is large: it comes with the first chart. */
function vchart() {
	library ??= new Promise((settle, fail) => {
		const script = document.createElement('script');
		script.src = '/lib/vchart.js';
		script.onload = () => settle(globalThis.VChart);
		script.onerror = () => fail(new Error(t('chartFailed')));
		document.head.append(script);
	});
	return library;
}

/** A chart drawn by the library the real client draws with; the spec is data only, it can carry no code. */
export function Chart({ element }) {
	const box = useRef(null);
	const [failed, setFailed] = useState(undefined);
	const spec = JSON.stringify(element.chart_spec ?? {});

	useEffect(() => {
		let chart;
		let gone = false;
		const draw = async () => {
			const { VChart } = await vchart();
			// A canvas takes a web font only if the page has loaded the glyphs before.
			await document.fonts.load(`14px ${FONT}`, spec);
			if (gone) return;
			chart?.release();
			chart = new VChart(themed(JSON.parse(spec)), {
				dom: box.current,
				mode: 'desktop-browser',
				animation: !calm.matches,
			});
			await chart.renderAsync();
		};
		const show = () => draw().catch((error) => setFailed(error.message));
		show();
		dark.addEventListener('change', show);
		return () => {
			gone = true;
			dark.removeEventListener('change', show);
			chart?.release();
		};
	}, [spec]);

	const title = element.chart_spec?.title?.text ?? t('chart');
	return html`
		<figure class="chart" role="img" aria-label=${`${title}：${spoken(element.chart_spec?.data)}`}>
			${failed ? html`<p class="card-unknown">${failed}</p>` : html`<div class="chart-box" ref=${box} style=${size(element)} />`}
		</figure>
	`;
}

function themed(spec) {
	return {
		...spec,
		background: 'transparent',
		theme: { type: dark.matches ? 'dark' : 'light', fontFamily: FONT, background: 'transparent' },
		tooltip: { ...spec.tooltip, renderMode: 'canvas' },
	};
}

function size({ aspect_ratio: ratio = '16:9', height = 'auto' }) {
	if (/^\d+px$/.test(height)) return { height };
	return { aspectRatio: /^\d+:\d+$/.test(ratio) ? ratio.replace(':', ' / ') : '16 / 9' };
}

/** The chart's figures in one line, for those who listen. */
function spoken(data) {
	const values = [data].flat().flatMap((set) => set?.values ?? []);
	return values
		.slice(0, 40)
		.map((row) => Object.values(row).join(' '))
		.join('；');
}
