/** 9号我接了: a number for whoever knows that a thing is meant and no day; without a sign it stands for either. */
export function readLooseNumbers(text: string): number[] {
	return [
		...text.slice(0, 400).matchAll(/(?<![\d月.年])(\d{1,4})\s?(?:号(?![楼线车院仓])|(?=\s|$|[，,。]))/gu),
	].map(([, figures]) => Number(figures));
}
