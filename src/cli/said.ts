import { type OperatorAnswer, type OperatorAsk, operatorAnswers } from '../runtime/asked.ts';
import { codeNotice } from '../runtime/operator.ts';
import type { Answered } from './ask-bot.ts';

const HOUR = 3_600_000;

/** What the operator reads of an answer. */
export function said(ask: OperatorAsk, { running, answer }: Answered): string {
	if (ask === 'officer-code') return codeNotice(operatorAnswers[ask].parse(answer).code);
	if (ask === 'key') return keysSaid(operatorAnswers[ask].parse(answer));
	const { bot, machine, platform, floor, loweredFrom, zone } = operatorAnswers[ask].parse(answer);
	const at = (instant: number) => momentIn(zone, instant);
	const ahead = Math.round((bot - machine) / HOUR);
	const apart = ahead === 0 ? '' : `  (${ahead > 0 ? '+' : ''}${ahead} h)`;
	return [
		`  机器人的时钟 the bot's clock      ${at(bot)}${apart}`,
		`  本机的时钟   the machine's clock  ${at(machine)}`,
		`  飞书的时钟   the platform's clock ${platform === null ? '—' : at(platform)}`,
		`  不会早于     the floor            ${at(floor)}`,
		...(loweredFrom === null
			? []
			: [`  原来的下限不对，已改回 the floor was wrong and has been lowered: ${at(loweredFrom)}`]),
		`  ${zone}${running ? '' : '，机器人没有运行，以上是启动后的时钟 not running: as it would start now'}`,
	].join('\n');
}

const REWRAP = {
	finished: '已全部换好，其他密钥不再需要 all is sealed with it; no other key is needed any more',
	'under-way': '正在换，换完之前不要拿掉旧密钥 being replaced; keep the old ones in the list until then',
	stuck:
		'有内容打不开，没能换完，旧密钥请留着 not finished, some values do not open; keep the old ones in the list',
} as const;

function keysSaid({ seals, others, rewrap }: OperatorAnswer<'key'>): string {
	return [
		`  加密用的密钥 the key that seals  ${seals ?? '—'}`,
		`  还用到的密钥 others still needed  ${others.join(', ') || '—'}`,
		`  ${REWRAP[rewrap]}`,
	].join('\n');
}

function momentIn(zone: string, instant: number): string {
	// Swedish writes years first, as the log does.
	return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
		instant,
	);
}
