import { Hono } from 'hono';
import { z } from 'zod';
import type { Box } from '../box.ts';
import { idsOf } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { bodyOf, type Env, ok } from './gate.ts';

const Wanted = z.looseObject({
	mobiles: z.array(z.string()).max(50).optional(),
	emails: z.array(z.string()).max(50).optional(),
	include_resigned: z.boolean().optional(),
});

/** Names by open_id where the app may know them, and open_ids by mobile or e-mail; nothing else of a person is told. */
export function contact(box: Box): Hono<Env> {
	return new Hono<Env>()
		.post('/batch_get_id', async (c) => {
			const { mobiles = [], emails = [], include_resigned = false } = await bodyOf(c, Wanted);
			const people = [...box.state.people.values()].filter((person) => include_resigned || !person.resigned);
			const idBy = (key: 'mobile' | 'email', value: string) => {
				const user_id = people.find((person) => person[key] === value)?.openId;
				return { [key]: value, ...(user_id === undefined ? {} : { user_id }) };
			};
			const user_list = [
				...mobiles.map((mobile) => idBy('mobile', mobile)),
				...emails.map((email) => idBy('email', email)),
			];
			return ok(c, { user_list });
		})
		.get('/:id', (c) => {
			const person = box.state.people.get(c.req.param('id'));
			if (!person || person.resigned) throw new Refusal('user');
			if (person.hidden) throw new Refusal('userHidden');
			const named = box.permits.tellsNames ? { name: person.name } : {};
			return ok(c, { user: { ...idsOf(person.openId), ...named } });
		});
}
