import type { TemplateResult } from 'lit';
import { choice, type Choice } from './choiceField.ts';

/** Lists of a bar. Until a person goes to one, it holds the chosen option alone: there are hundreds of devices. */
export class ChoiceLists {
	/** Names of the lists that a person has gone to. */
	private readonly visited = new Set<string>();

	constructor(private readonly redraw: () => void) {}

	choice(list: Choice): TemplateResult {
		const { name, options, value } = list;
		if (this.visited.has(name)) return choice(list);
		return choice({ ...list, options: options.filter(([each]) => each === value) }, () => {
			if (this.visited.has(name)) return;
			this.visited.add(name);
			this.redraw();
		});
	}
}
