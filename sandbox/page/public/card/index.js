import { useMemo, useState } from 'preact/hooks';
import { agreed, tap } from '../deeds.js';
import { cls, html } from '../html.js';
import { t } from '../words.js';
import { Elements } from './element.js';
import { Plain } from './plain.js';
import { callbackOf } from './values.js';

const TEMPLATES = new Set(
	'blue wathet turquoise green yellow orange red carmine violet purple indigo grey'.split(' '),
);

/**
 * A card as the real client draws card JSON 2.0. While one of its elements is on its way to the bot, all of
 * them are disabled.
 */
export function Card({ message, chat, content }) {
	const [busy, setBusy] = useState(undefined);
	const card = useMemo(() => content, [message.content]);
	const { header, body } = card;
	const template = TEMPLATES.has(header?.template) ? header.template : 'plain';
	const on = {
		chat,
		busy,
		// Containers draw what they hold through this, so that they need not know every element.
		draw: (list, inner = on) => html`<${Elements} list=${list ?? []} on=${inner} />`,
		messageId: message.messageId,
		async tap(element, more = {}) {
			if (busy) return;
			const { confirm } = element;
			if (confirm && !(await agreed({ title: confirm.title?.content, text: confirm.text?.content }))) return;
			setBusy(element);
			await tap(message.messageId, {
				tag: element.tag,
				...(element.name && { name: element.name }),
				value: callbackOf(element),
				...more,
			});
			setBusy(undefined);
		},
	};
	return html`
		<section class=${cls('card', `tone-${template}`)} aria-label=${header?.title?.content ?? t('card')} aria-busy=${Boolean(busy)}>
			${header && html`<${Header} header=${header} />`}
			<div class="card-body">${on.draw(body?.elements ?? card.elements)}</div>
		</section>
	`;
}

const Header = ({ header }) => html`
	<header class="card-head">
		<div>
			<h3><${Plain} text=${header.title} /></h3>
			${header.subtitle?.content && html`<p class="card-sub"><${Plain} text=${header.subtitle} /></p>`}
		</div>
		${(header.text_tag_list ?? []).map((tag) => html`<span class=${cls('card-tag', `ink-${tag.color ?? 'blue'}`)}><${Plain} text=${tag.text} /></span>`)}
	</header>
`;
