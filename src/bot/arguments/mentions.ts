import { z } from 'zod';
import type { Arg } from '../command.ts';
import type { Mention } from '../vocabulary/index.ts';

const mention = z.object({ key: z.string(), openId: z.string().optional(), name: z.string() });

/**
 * Who is behind the place-holders of a text. A list outlives its message (a preview, a choice to tap), and without this
 * its place-holders would name nobody.
 */
export function mentions(): Arg<readonly Mention[]> {
	return {
		schema: z
			.string()
			.default('[]')
			.transform((json, issues) => {
				try {
					return z.array(mention).parse(JSON.parse(json));
				} catch {
					issues.addIssue('not a list of mentions');
					return z.NEVER;
				}
			}),
		read: (said) => (said.mentions.length > 0 ? JSON.stringify(said.mentions) : undefined),
	};
}
