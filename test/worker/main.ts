import type { House, Plan } from '../../src/runtime/worker/house.ts';
import entry from '../../src/runtime/worker/index.ts';
import { Zhibu as Real } from '../../src/runtime/worker/zhibu.ts';

/** By the object's name: what a test wants otherwise than the settings have it. */
export const plans = new Map<string, Partial<Plan>>();

/** The object as it is deployed, opened with what the test has planned, and with its door ajar. */
export class Zhibu extends Real {
	open(): Promise<House> {
		return this.house();
	}

	protected override plan(): Plan {
		return { ...super.plan(), ...plans.get(this.ctx.id.name ?? '') };
	}
}

export default entry;
