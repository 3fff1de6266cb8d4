import { nameOf } from './store.js';
import { t } from './words.js';

export function contentOf(message) {
	try {
		return JSON.parse(message.content);
	} catch {
		return { text: message.content };
	}
}

/** The words of a text with place-holders turned into names. */
export function plain(text, mentions) {
	let out = text.replace(/<at user_id="([^"]*)">([^<]*)<\/at>/g, (_, id, name) => `@${name || nameOf(id)}`);
	for (const { key, name } of mentions) out = out.replaceAll(key, `@${name}`);
	return out;
}

/** One line that stands for a message, in the chat list and above a reply. */
export function preview(message) {
	if (message.recalled) return t('recalled');
	const content = contentOf(message);
	switch (message.type) {
		case 'text':
			return plain(content.text ?? '', message.mentions);
		case 'interactive':
			return `[${t('card')}] ${content.header?.title?.content ?? content.config?.summary?.content ?? ''}`;
		case 'post':
			return (content.zh_cn ?? content.en_us ?? content).title || `[${t('post')}]`;
		case 'file':
			return `[${t('file')}] ${content.file_name ?? ''}`;
		case 'system':
			return content.text ?? content.template ?? '';
		default:
			return `[${t(message.type)}]`;
	}
}
