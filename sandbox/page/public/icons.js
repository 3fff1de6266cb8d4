import { html } from './html.js';

const PATHS = {
	search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM20 20l-4.6-4.6',
	back: 'M15 5l-7 7 7 7',
	down: 'M6 9l6 6 6-6',
	next: 'M9 5l7 7-7 7',
	tools: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
	send: 'M4.5 5l15.5 7-15.5 7 2.5-7-2.5-7ZM7 12h6',
	at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.2 2.2 0 0 0 4.4 0V12A8.4 8.4 0 1 0 17 18.8',
	smile: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.5 14a4.2 4.2 0 0 0 7 0M9 9.6v.1M15 9.6v.1',
	mic: 'M12 15a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3Zm-6-3.5a6 6 0 0 0 12 0M12 17.5V21',
	reply: 'M10 6L4.5 11.5 10 17M4.5 11.5H14a6 6 0 0 1 6 6V19',
	recall: 'M5 9h9a5 5 0 0 1 0 10H8M5 9l4-4M5 9l4 4',
	close: 'M6 6l12 12M18 6L6 18',
	plus: 'M12 5v14M5 12h14',
	people:
		'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M16 5a3.3 3.3 0 0 1 0 6.3M18 14.2a6 6 0 0 1 3.5 5.3',
	check: 'M5 12.5l4.5 4.5L19 7.5',
	clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2.5',
	faults: 'M13 3L5 14h6l-1 7 9-12h-6l0-6Z',
	wire: 'M4 8h14l-3.5-3.5M20 16H6l3.5 3.5',
	steps: 'M4 6.5l1.5 1.5L8.5 5M4 13l1.5 1.5 3-3M4 19.5L5.5 21l3-3M12 6.5h8M12 13h8M12 19.5h8',
	more: 'M6 12v.1M12 12v.1M18 12v.1',
	image: 'M4 5h16v14H4ZM4 16l4.5-4.5 4 4L15 13l5 5M15.5 9.2v.1',
	file: 'M6 3.5h8l4 4v13H6ZM14 3.5v4h4M9 13h6M9 16.5h4',
	calendar: 'M4 6h16v14H4ZM4 10.5h16M8 3.5V8M16 3.5V8',
	copy: 'M9 9h11v11H9ZM15 9V4H4v11h5',
	chart: 'M5 20V11M12 20V4M19 20v-6',
};

export const Icon = ({ name, size = 20 }) => html`
	<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">
		<path d=${PATHS[name]} stroke-width=${name === 'more' ? 3 : 1.8} />
	</svg>
`;

/** A button that is only a picture; its label is read aloud and shown on hover. */
export const IconButton = ({ icon, label, size, ...rest }) => html`
	<button type="button" class="icon-button" title=${label} aria-label=${label} ...${rest}>
		<${Icon} name=${icon} size=${size} />
	</button>
`;
