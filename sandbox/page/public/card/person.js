import { Avatar } from '../avatar.js';
import { html } from '../html.js';
import { nameOf } from '../store.js';

export const Person = ({ element }) => html`
	<span class="person">
		${element.show_avatar !== false && html`<${Avatar} id=${element.user_id} size=${24} />`}
		${element.show_name !== false && html`<span>${nameOf(element.user_id)}</span>`}
	</span>
`;

export const PersonList = ({ element }) => html`
	<span class="person-list">
		${(element.persons ?? []).map(({ id }) => html`<${Person} key=${id} element=${{ user_id: id, show_name: element.show_name, show_avatar: element.show_avatar }} />`)}
	</span>
`;
