/** The bot can't be asked; says why, and what to do, a line each. */
export class Unreachable extends Error {
	override name = 'Unreachable';
	readonly lines: readonly string[];

	constructor(...lines: readonly string[]) {
		super(lines.join('\n'));
		this.lines = lines;
	}
}
