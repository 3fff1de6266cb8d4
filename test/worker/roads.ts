/** The isolate's own net: hosts that end in `.test` are answered in it, everything else goes out. */
type Answer = (request: Request) => Response | Promise<Response>;

const hosts = new Map<string, Answer>();
const outside = globalThis.fetch;

globalThis.fetch = async (input, init) => {
	const request = new Request(input, init);
	const { host } = new URL(request.url);
	const answer = hosts.get(host);
	if (!answer && host.endsWith('.test')) throw new TypeError('nobody answers');
	if (!answer) return outside(request);
	const response = await answer(request);
	if (response.type === 'error') throw new TypeError('the connection was cut');
	return response;
};

/** Has this host answered so; answers how to end that. */
export function open(host: string, answer: Answer): () => void {
	hosts.set(host, answer);
	return () => void hosts.delete(host);
}
