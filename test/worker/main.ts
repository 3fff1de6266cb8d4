import type { House, Plan } from '../../src/runtime/worker/house.ts';
import entry from '../../src/runtime/worker/index.ts';
import { Zhibu as Real } from '../../src/runtime/worker/zhibu.ts';

/** What a test wants otherwise than the settings have it. */
export interface TestPlan extends Partial<Plan> {
	/** Told when the alarm rings, before anything else happens. */
	onAlarm?(): void;
}

/** By the object's name. */
export const plans = new Map<string, TestPlan>();

/** The object as it is deployed, opened with what the test has planned, and with its door ajar. */
export class Zhibu extends Real {
	open(): Promise<House> {
		return this.house();
	}

	settings(): Plan['settings'] {
		return this.plan().settings;
	}

	override alarm(): Promise<void> {
		plans.get(this.ctx.id.name ?? '')?.onAlarm?.();
		return super.alarm();
	}

	protected override plan(): Plan {
		return { ...super.plan(), ...plans.get(this.ctx.id.name ?? '') };
	}
}

export default entry;
