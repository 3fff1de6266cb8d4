/**
 * What the platform says no with. Numbers and sentences from the documentation of the single APIs;
 * those marked * are our choice where it names none.
 */
const REASONS = {
	parameter: [230001, 'Your request contains an invalid request parameter.'],
	botOutside: [230002, 'The bot can not be outside the group.'],
	recalled: [230011, 'The message is recalled.'],
	unavailable: [230013, 'Bot has NO availability to this user.'],
	tooLong: [230025, 'The length of the message content reaches its limit.'],
	resigned: [230029, 'The user has resigned.'],
	tooOld: [230031, 'Message can only be modified within 14 days after sending.'],
	receiver: [230034, 'The receive_id is invalid.'],
	stopped: [230053, 'The user has stopped the bot from sending messages.'],
	wrongType: [230054, 'This operation is not supported for this message type.'],
	card: [230099, 'Failed to create card content, ext=ErrCode: 11310; ErrMsg:'],
	mention: [
		230099,
		'Failed to create card content, ext=ErrCode: 100290; ErrMsg: there is an invalid user resource (at/person) in your card; ErrorValue:',
	],
	chat: [232006, 'Your request specifies a chat_id which is invalid.'],
	outsideChat: [232011, "Operator can't be out of the chat."],
	user: [41012, 'user id invalid error'],
	userHidden: [41050, 'no user authority error'],
	cardToken: [300090, 'The token is invalid, used up or expired.'], // *
	upload: [234006, "The file size exceed the max value or the file can't be empty."],
	tokenMissing: [99991661, 'Missing access token for authorization.'],
	tokenInvalid: [
		99991663,
		'Invalid access token for authorization. Please make a test attempt with a new one.',
	],
	frequency: [99991400, 'request trigger frequency limit'],
	quota: [99991403, "This month's API call quota has been exceeded"],
	scope: [99991672, 'Access denied.'],
} as const satisfies Record<string, readonly [code: number, message: string]>;

export type Reason = keyof typeof REASONS;

interface More {
	readonly status?: 400 | 429;
	readonly resetSeconds?: number;
	readonly error?: object;
}

/** Ends a call with the platform's code; `detail` is added to its sentence. */
export class Refusal extends Error {
	readonly code: number;
	readonly status: 400 | 429;
	/** Seconds until the window has room again; set for `frequency` only. */
	readonly resetSeconds: number | undefined;
	/** What the body carries beside code and sentence. */
	readonly error: object | undefined;

	constructor(reason: Reason, detail = '', more: More = {}) {
		const [code, sentence] = REASONS[reason];
		super(detail ? `${sentence} ${detail}` : sentence);
		this.code = code;
		this.resetSeconds = more.resetSeconds;
		this.status = more.status ?? (more.resetSeconds === undefined ? 400 : 429);
		this.error = more.error;
	}
}
