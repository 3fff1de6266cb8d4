import type { Feishu } from '../platform/contract.ts';

/** A scope the app came with, and whether it has it now. */
export interface Scope {
	readonly name: string;
	readonly granted: boolean;
}

/** The scopes an app came with, to be withheld one by one and given back. */
export class Scopes {
	readonly #feishu: Feishu;
	readonly #asked: readonly string[];

	constructor(feishu: Feishu) {
		this.#feishu = feishu;
		this.#asked = feishu.manifest.scopes;
	}

	list(): readonly Scope[] {
		const { scopes } = this.#feishu.manifest;
		return this.#asked.map((name) => ({ name, granted: scopes.includes(name) }));
	}

	/** All but these. */
	withhold(names: readonly string[]): void {
		this.#feishu.setManifest({ scopes: this.#asked.filter((name) => !names.includes(name)) });
	}
}
