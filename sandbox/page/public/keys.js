/** Arrow keys, Home and End walk through the elements that match; true when the key was used. */
export function stepThrough(event, selector) {
	const all = [...document.querySelectorAll(selector)];
	const at = all.indexOf(document.activeElement);
	const target = {
		ArrowDown: at + 1,
		ArrowUp: Math.max(0, at - 1),
		Home: 0,
		End: all.length - 1,
	}[event.key];
	const typing = document.activeElement?.tagName === 'INPUT' && ['Home', 'End'].includes(event.key);
	if (target === undefined || typing || !all[target]) return false;
	event.preventDefault();
	all[target].focus();
	return true;
}
