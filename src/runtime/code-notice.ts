/** What the operator reads of the one-time code that makes the first officer; the only place it is ever shown. */
export function codeNotice(code: string): string {
	return `  管理码 Admin code: ${code}\n  请第一位组织员私聊机器人发送：管理码 ${code}`;
}
