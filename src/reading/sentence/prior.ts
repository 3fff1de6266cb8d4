/** What may be open for a speaker. */
export type Open = 'invitation' | 'roll' | 'requested' | 'assigned' | 'transfer' | 'draft';

/** Who speaks, and in which situation: what the words alone don't say. */
export interface Scene {
	/** Whether the speaker runs a branch or more. */
	readonly manages: boolean;
	/** Whether the speaker may do it at all. */
	may(wish: string): boolean;
	/** What is open for them; without it nothing is supposed. */
	readonly open?: ReadonlySet<Open>;
}

/** What a wish is about: with none of it open it is hardly meant, and with one open rather. */
const ABOUT: Readonly<Record<string, readonly Open[]>> = {
	come: ['invitation'],
	leave: ['invitation'],
	late: ['invitation'],
	online: ['invitation'],
	'check-in': ['invitation'],
	'answer-for': ['invitation', 'roll'],
	roll: ['roll'],
	headcount: ['roll'],
	'ticket.confirm': ['requested'],
	'ticket.reopen': ['requested'],
	'ticket.withdraw': ['requested'],
	'ticket.reply': ['requested', 'assigned'],
	'ticket.take': ['assigned'],
	'ticket.pass': ['assigned'],
	'ticket.finish': ['assigned'],
	'transfer.letter': ['transfer'],
	'transfer.receive': ['transfer'],
	'transfer.send-back': ['transfer'],
	'transfer.exempt': ['transfer'],
	'transfer.finish': ['transfer'],
};
/** What people do for themselves: rarer from those who do it for others. */
const OWN: ReadonlySet<string> = new Set(
	'come leave late online check-in mine ticket.open ticket.confirm ticket.reopen ticket.withdraw register float.register float.back paper nothing'.split(
		' ',
	),
);

/** How much likelier (the logarithm of odds) the situation makes a wish; tuned by cross-validation over the examples. */
export function priorOf(wish: string, { manages, may, open }: Scene): number {
	const about = ABOUT[wish];
	const there = about?.some((each) => open?.has(each));
	return (
		(may(wish) ? 0 : -2) + (manages && OWN.has(wish) ? -1 : 0) + (open && about ? (there ? 0.8 : -2.5) : 0)
	);
}
