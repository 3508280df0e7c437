import * as vscode from 'vscode';

/** A row of a quick pick. Without a value it is a separator or only says something. */
export interface Choice<T> extends vscode.QuickPickItem {
	readonly value?: T;
	/** Each button answers with a value of its own. */
	readonly buttons?: readonly ChoiceButton<T>[];
}

export interface ChoiceButton<T> extends vscode.QuickInputButton {
	readonly value: T;
}

export interface ChooseOptions<T> {
	readonly title: string;
	readonly placeholder?: string;
	/** From 1, with `totalSteps`. */
	readonly step?: number;
	readonly totalSteps?: number;
	readonly canGoBack?: boolean;
	/** The rows for what is typed, in their order; a fixed list is matched by the editor. */
	readonly items: readonly Choice<T>[] | ((typed: string) => readonly Choice<T>[]);
	readonly matchOnDescription?: boolean;
	readonly matchOnDetail?: boolean;
}

export type Answer<T> = { readonly kind: 'chosen'; readonly value: T } | { readonly kind: 'back' };

/** Shows a quick pick and waits. Undefined where it was dismissed. */
export function choose<T>(options: ChooseOptions<T>): Promise<Answer<T> | undefined> {
	const { items } = options;
	const input = vscode.window.createQuickPick<Choice<T>>();
	input.title = options.title;
	input.placeholder = options.placeholder;
	input.step = options.step;
	input.totalSteps = options.totalSteps;
	input.matchOnDescription = options.matchOnDescription ?? false;
	input.matchOnDetail = options.matchOnDetail ?? false;
	input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
	if (typeof items === 'function') keepOrder(input);
	showItems(input, typeof items === 'function' ? items('') : items);
	return new Promise(resolve => {
		const settle = (answer: Answer<T> | undefined): void => {
			resolve(answer);
			input.dispose();
		};
		const settleWith = (value: T | undefined): void => {
			if (value !== undefined) settle({ kind: 'chosen', value });
		};
		input.onDidChangeValue(typed => {
			if (typeof items === 'function') showItems(input, items(typed));
		});
		input.onDidAccept(() => {
			settleWith(input.activeItems[0]?.value);
		});
		input.onDidTriggerItemButton(({ item, button }) => {
			settleWith(item.buttons?.find(each => each === button)?.value);
		});
		input.onDidTriggerButton(() => {
			settle({ kind: 'back' });
		});
		input.onDidHide(() => {
			settle(undefined);
		});
		input.show();
	});
}

/**
 * Rows that were searched for stand in the order of the search. Else the editor sorts those whose label matches by
 * alphabet, and an exact name is found below its variants. The stable types lack the property; an editor without it sorts.
 */
function keepOrder(input: vscode.QuickInput): void {
	Object.assign(input, { sortByLabel: false });
}

/** Enter does something at once: the first row that has an answer is the active one. */
function showItems<T>(input: vscode.QuickPick<Choice<T>>, items: readonly Choice<T>[]): void {
	input.items = items;
	const first = items.find(({ value }) => value !== undefined);
	input.activeItems = first ? [first] : [];
}

export function separator(label: string): {
	readonly label: string;
	readonly kind: vscode.QuickPickItemKind.Separator;
} {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}
