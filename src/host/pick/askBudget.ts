import * as vscode from 'vscode';
import { accuracyKindOf, accuracyWords, tasksOf } from '../../catalog/accuracy.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Task } from '../../catalog/records.ts';
import type { BudgetProblem, CoveredDevice, ParsedBudget } from '../../selection/parseBudget.ts';
import { countUnderBudget, readingsUnder } from '../../selection/pick.ts';
import { choose, separator } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { readRequest, tableOf } from './answerPick.ts';
import { lastTask, rememberTask } from './lastBudget.ts';

const title = 'Pick Model Under Budget';

/** A budget as it was written, and the task that it is asked of. */
export interface AskedBudget {
	readonly budget: string;
	readonly task: Task;
}

type Accepted =
	| { readonly kind: 'budget'; readonly text: string }
	| { readonly kind: 'task'; readonly text: string }
	| { readonly kind: 'device'; readonly text: string; readonly problem: BudgetProblem };

/** Problems that the person can answer by choosing a device. */
const deviceProblems: readonly BudgetProblem['code'][] = [
	'device-needed',
	'device-without-latency',
	'unknown-device',
	'unknown-precision',
];

/**
 * Asks for a budget, checked and counted while it is typed; undefined where it was dismissed.
 * @param fixed the task that is asked about; without it the one chosen last, and a button to choose another
 */
export async function askBudget(
	services: Services,
	catalog: Catalog,
	initial: string,
	fixed?: Task,
): Promise<AskedBudget | undefined> {
	let text = initial;
	let isMidFlow = false;
	for (;;) {
		const task = fixed ?? lastTask(services.memory);
		const canChooseTask = fixed === undefined && tasksOf(catalog).length > 1;
		const accepted = await showInput(services, catalog, text, { task, canChooseTask, isMidFlow });
		if (!accepted) return undefined;
		text = accepted.text;
		if (accepted.kind === 'budget') return { budget: text, task };
		isMidFlow = true;
		if (accepted.kind === 'task') {
			await chooseTask(services, catalog);
			continue;
		}
		const answer = await chooseDevice(text, accepted.problem);
		if (!answer) return undefined;
		if (answer.kind !== 'chosen') continue;
		text = answer.value;
		if (readRequest(catalog, { budget: text, task }, readSettings()).ok) return { budget: text, task };
	}
}

async function chooseTask({ memory }: Services, catalog: Catalog): Promise<void> {
	const answer = await choose<Task>({
		title: 'Task of the Model',
		placeholder: 'Models of different tasks are never ranked together.',
		canGoBack: true,
		items: tasksOf(catalog).map(task => ({
			label: task,
			description: `ranked by ${accuracyWords(accuracyKindOf(task)).title}`,
			value: task,
		})),
	});
	if (answer?.kind === 'chosen') await rememberTask(memory, answer.value);
}

interface InputOptions {
	readonly task: Task;
	readonly canChooseTask: boolean;
	readonly isMidFlow: boolean;
}

function showInput(
	services: Services,
	catalog: Catalog,
	value: string,
	{ task, canChooseTask, isMidFlow }: InputOptions,
): Promise<Accepted | undefined> {
	const input = vscode.window.createInputBox();
	const check = (): ParsedBudget => {
		const parsed = readRequest(catalog, { budget: input.value, task }, readSettings());
		showCheck(input, services, catalog, task, parsed);
		return parsed;
	};
	const { example } = accuracyWords(accuracyKindOf(task));
	const placeholder = `≤300M, 5M params, 0.6 GFLOPs, 60ms@pixel-1, ${example}, or ≤ resnet50`;
	Object.assign(input, { title, step: 1, totalSteps: 2, placeholder, value, ignoreFocusOut: isMidFlow });
	if (canChooseTask)
		input.buttons = [
			{ iconPath: new vscode.ThemeIcon('list-selection'), tooltip: `Task: ${task}. Choose Another…` },
		];
	check();
	return new Promise(resolve => {
		const settle = (answer: Accepted | undefined): void => {
			resolve(answer);
			input.dispose();
		};
		input.onDidChangeValue(check);
		input.onDidAccept(() => {
			const parsed = check();
			if (parsed.ok) settle({ kind: 'budget', text: input.value });
			else if (deviceProblems.includes(parsed.problem.code)) {
				settle({ kind: 'device', text: input.value, problem: parsed.problem });
			}
		});
		input.onDidTriggerButton(() => {
			settle({ kind: 'task', text: input.value });
		});
		input.onDidHide(() => {
			settle(undefined);
		});
		input.show();
	});
}

/** The count in the title, how the words were read or what is wrong with them below. */
function showCheck(
	input: vscode.InputBox,
	{ tables }: Services,
	catalog: Catalog,
	task: Task,
	parsed: ParsedBudget,
): void {
	const asked = task === 'classification' ? title : `${title}, ${task}`;
	input.title = asked;
	input.validationMessage = undefined;
	input.prompt = 'The most a model may cost. Several limits with commas.';
	if (parsed.ok) {
		const table = tableOf(catalog, tables, readSettings(), task);
		const { meets } = countUnderBudget(table, parsed.budget);
		const readings = readingsUnder(table, parsed.budget);
		input.title = `${asked}: ${meets === 1 ? '1 candidate meets it' : `${meets} candidates meet it`}`;
		if (readings.length > 0) input.prompt = readings.map(({ text }) => text).join('; ');
		return;
	}
	const { code, text } = parsed.problem;
	if (code === 'empty') return;
	const severity = deviceProblems.includes(code)
		? vscode.InputBoxValidationSeverity.Info
		: vscode.InputBoxValidationSeverity.Error;
	const advice = deviceProblems.includes(code) ? ' Press Enter to choose one.' : '';
	input.validationMessage = { message: `${text}${advice}`, severity };
}

/** Answers with the budget completed by the chosen device, or by a limit in MACs instead. */
async function chooseDevice(text: string, { devices = [], start, end }: BudgetProblem) {
	const before = text.slice(0, start ?? 0);
	const part = text.slice(start ?? 0, end ?? text.length).replace(/@.*$/, '');
	const after = text.slice(end ?? text.length);
	const itemOf = ({ id, name, candidates }: CoveredDevice) => ({
		label: name,
		description: `${id} · ${candidates} ${candidates === 1 ? 'candidate has' : 'candidates have'} a latency on it`,
		value: `${before}${part}@${id}${after}`,
	});
	const suggested = devices.filter(({ isSuggested }) => isSuggested).map(itemOf);
	const others = devices.filter(({ isSuggested }) => !isSuggested).map(itemOf);
	const known =
		suggested.length > 0 && others.length > 0
			? [...suggested, separator('Other devices'), ...others]
			: [...suggested, ...others];
	const none = { label: 'No candidate has a latency on any device.', alwaysShow: true };
	return choose<string>({
		title: 'Device of the Latency',
		placeholder: 'A latency is of one device. Figures of another say nothing about it.',
		canGoBack: true,
		items: [
			...(known.length > 0 ? known : [none]),
			separator('Without a device'),
			{
				label: '$(symbol-number) Limit MACs Instead',
				description: 'every candidate with a known cost can be judged',
				alwaysShow: true,
				value: `${before}≤300M${after}`,
			},
		],
	});
}
