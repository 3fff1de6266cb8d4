import { useState } from 'preact/hooks';
import { post } from './api.js';
import { Avatar } from './avatar.js';
import { refresh } from './changes.js';
import { attempt, open } from './deeds.js';
import { html } from './html.js';
import { IconButton } from './icons.js';
import { change, currentChat, nameOf, state } from './store.js';
import { t } from './words.js';

const close = () => change({ dialog: undefined });

export const newGroup = () => change({ dialog: { body: NewGroup, title: t('newGroup') } });
export const groupMembers = () => change({ dialog: { body: Members, title: t('members') } });

function NewGroup() {
	const [name, setName] = useState('');
	const [members, setMembers] = useState(() => new Set([state.me]));
	const toggle = (id) => setMembers(members.symmetricDifference(new Set([id])));
	const make = async (event) => {
		event.preventDefault();
		const chat = await attempt(() => post('/group', { name, members: [...members], hasBot: false }));
		if (!chat) return;
		close();
		await attempt(refresh);
		await open(chat.chatId);
	};
	return html`
		<form class="group-form" onSubmit=${make}>
			<label class="field"><span>${t('groupName')}</span>
				<input required maxlength="60" value=${name} onInput=${(event) => setName(event.target.value)} /></label>
			<${Choose} chosen=${members} toggle=${toggle} />
			<div class="dialog-buttons">
				<button type="button" class="button" onClick=${close}>${t('cancel')}</button>
				<button class="button primary" disabled=${!name.trim()}>${t('makeGroup', { count: members.size })}</button>
			</div>
		</form>
	`;
}

function Choose({ chosen, toggle }) {
	const [query, setQuery] = useState('');
	const found = state.accounts.filter(({ name, note = '' }) => `${name} ${note}`.includes(query.trim()));
	return html`
		<input type="search" class="box" value=${query} placeholder=${t('findMember')} aria-label=${t('findMember')}
			onInput=${(event) => setQuery(event.target.value)} />
		<div class="pick-list scroll">
			${found.slice(0, 60).map(
				({ openId, name, note }) => html`<label key=${openId} class="pick-row">
					<input type="checkbox" checked=${chosen.has(openId)} onChange=${() => toggle(openId)} />
					<${Avatar} id=${openId} size=${30} /><span>${name}</span><span class="note">${note}</span>
				</label>`,
			)}
		</div>
	`;
}

/** Who sits in the group; the bot and people come in and go out here. */
function Members() {
	const chat = currentChat();
	if (!chat) return null;
	const inside = new Set(chat.members);
	const move = (openId) =>
		attempt(() => post('/member', { chatId: chat.chatId, openId, in: !inside.has(openId) }));
	return html`
		<div class="group-form">
			${
				!chat.hasBot &&
				html`<button type="button" class="button primary"
				onClick=${() => attempt(() => post('/bot', { chatId: chat.chatId, by: state.me, in: true }))}>
				${t('addBot', { bot: state.bot.name })}
			</button>`
			}
			<ul class="member-list scroll">
				${
					chat.hasBot &&
					html`<li><${Avatar} id="bot" size=${30} /><span>${state.bot.name}</span><span class="tag">${t('botTag')}</span>
					<${IconButton} icon="close" size=${16} label=${t('removeBot', { bot: state.bot.name })}
						onClick=${() => attempt(() => post('/bot', { chatId: chat.chatId, by: state.me, in: false }))} /></li>`
				}
				${chat.members.map(
					(id) => html`<li key=${id}><${Avatar} id=${id} size=${30} /><span>${nameOf(id)}</span>
						<${IconButton} icon="close" size=${16} label=${t('removeMember', { name: nameOf(id) })} onClick=${() => move(id)} /></li>`,
				)}
			</ul>
			<details><summary>${t('addMember')}</summary><${Choose} chosen=${inside} toggle=${move} /></details>
			<div class="dialog-buttons"><button type="button" class="button" onClick=${close}>${t('done')}</button></div>
		</div>
	`;
}
