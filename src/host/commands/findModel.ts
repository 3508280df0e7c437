import { askModel } from '../quickInput/askModel.ts';
import type { Services } from '../services.ts';
import { showModelActions } from './modelActions.ts';
import { askTarget, recordsIn } from './targets.ts';

/** Finds a model and offers what can be done with it. */
export async function findModel(services: Services): Promise<void> {
	const catalog = await services.catalogs.load();
	for (;;) {
		const model = await askModel(catalog, services.remembered, { title: 'Find Model', step: 1, totalSteps: 2 });
		if (!model) return;
		const answer = await showModelActions(services, { model, canGoBack: true });
		if (answer !== 'back') return;
	}
}

/** Shows a record in the tree. */
export async function revealModel(services: Services, args: readonly unknown[]): Promise<void> {
	const [named] = recordsIn(await services.catalogs.load(), args);
	const target = named ?? (await askTarget(services, args, 'Reveal in Tree'));
	if (target) await services.view.reveal((target.candidate ?? target.checkpoint ?? target.model ?? target.family).id);
}
