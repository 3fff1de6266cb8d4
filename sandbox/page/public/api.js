/** Asks the sandbox; a refusal becomes an Error with the server's own sentence. */
async function ask(path, init) {
	const answer = await fetch(`/api${path}`, init);
	const body = await answer.json();
	if (!answer.ok) throw new Error(body.error ?? `HTTP ${answer.status}`);
	return body;
}

export const get = (path, query = {}) => ask(`${path}?${new URLSearchParams(query)}`);

export const post = (path, body) =>
	ask(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

/**
 * Listens to everything that changes. `onHello` is called at every (re)connection: what happened while the
 * line was cut has to be fetched again.
 */
export function listen({ onHello, onChange, onLost }) {
	const stream = new EventSource('/api/changes');
	stream.addEventListener('hello', onHello);
	stream.addEventListener('message', (event) => onChange(JSON.parse(event.data)));
	stream.addEventListener('error', onLost);
	return () => stream.close();
}
