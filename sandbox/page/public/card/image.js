import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { Icon } from '../icons.js';
import { t } from '../words.js';

/** An image the bot uploaded; for one that is not in the box, the place where it would be, with its description. */
export function Picture({ element }) {
	const [gone, setGone] = useState(!element.img_key);
	const alt = element.alt?.content || t('image');
	if (!gone)
		return html`<img class="card-image" src=${`/api/upload?key=${encodeURIComponent(element.img_key)}`} alt=${alt} onError=${() => setGone(true)} />`;
	return html`
	<figure class="picture" role="img" aria-label=${element.alt?.content || t('image')}>
		<${Icon} name="image" size=${36} />
		<figcaption>${element.title?.content || element.alt?.content || t('image')}</figcaption>
	</figure>
`;
}
