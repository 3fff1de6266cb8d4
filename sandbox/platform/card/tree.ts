import { z } from 'zod';

/** A card read loosely: just enough to walk through it. */
export const Element = z.looseObject({
	tag: z.string(),
	name: z.string().optional(),
	element_id: z.string().optional(),
	required: z.boolean().optional(),
	placeholder: z.unknown().optional(),
	disabled: z.boolean().optional(),
	form_action_type: z.string().optional(),
	behaviors: z.array(z.looseObject({ type: z.string(), value: z.unknown().optional() })).optional(),
	options: z.array(z.looseObject({ value: z.string().optional() })).optional(),
	chart_spec: z.unknown().optional(),
	get elements() {
		return z.array(Element).optional();
	},
	get columns() {
		// A table's columns carry no tag: they are no elements.
		return z.array(z.union([Element, z.looseObject({ name: z.string() })])).optional();
	},
	button_area: z
		.looseObject({
			get buttons() {
				return z.array(Element).optional();
			},
		})
		.optional(),
});
export type Element = z.infer<typeof Element>;

export const Card = z.looseObject({
	config: z.looseObject({ update_multi: z.boolean().optional() }).optional(),
	body: z.looseObject({ elements: z.array(Element).optional() }).optional(),
});

export interface Place {
	readonly element: Element;
	/** The form around it. */
	readonly form: Element | undefined;
	/** How many containers lie around it; a column set and its columns are one. */
	readonly depth: number;
}

const CONTAINERS = new Set(['column_set', 'form', 'interactive_container', 'collapsible_panel']);

/** All components of a card with where they stand, outer ones first. */
export function places(card: unknown): Place[] {
	const found: Place[] = [];
	const visit = (element: Element, form: Element | undefined, depth: number) => {
		found.push({ element, form, depth });
		const within = element.tag === 'form' ? element : form;
		const deeper = CONTAINERS.has(element.tag) ? depth + 1 : depth;
		const columns = (element.columns ?? []).map((column) => Element.safeParse(column).data);
		for (const child of [...(element.elements ?? []), ...columns, ...(element.button_area?.buttons ?? [])])
			if (child) visit(child, within, deeper);
	};
	for (const element of Card.safeParse(card).data?.body?.elements ?? []) visit(element, undefined, 0);
	return found;
}

/** What the component sends back when it is used; undefined when it sends nothing of its own. */
export function callbackOf(element: Element): unknown {
	return element.behaviors?.find((behavior) => behavior.type === 'callback')?.value;
}
