import type { Host } from '../../db/host.ts';
import type { Button, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

/** WORDING 9: what the bot is for, what it keeps and for whom. Of who uses it only what an officer confirmed is said. */
export function noticeCard(t: Words, host: Host, buttons: readonly Button[] = []): Card {
	const text = [...whoLine(t, host), t('notice.keeps'), t('notice.who-sees'), t('notice.wrong')].join('\n');
	return {
		title: t('notice.title'),
		tone: 'plain',
		body: [{ kind: 'text', text }, ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : [])],
	};
}

function whoLine(t: Words, { name, phone }: Host): string[] {
	if (name === null) return [];
	return [phone === null ? t('notice.used-by', { name }) : t('notice.used-by-phone', { name, phone })];
}
