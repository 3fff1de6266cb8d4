/** The middle value; of an even number the mean of the two middle ones. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The value below which this share of them lies, between neighbours in proportion; 0 without any. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const low = sorted[Math.floor(at)] ?? 0;
	const high = sorted[Math.ceil(at)] ?? low;
	return low + (high - low) * (at - Math.floor(at));
}
