import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { BudgetProblem, ParsedBudget } from '../../selection/parseBudget.ts';
import { countUnderBudget, readingsUnder } from '../../selection/pick.ts';
import { choose, separator } from '../quickInput/choose.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { readRequest, tableOf } from './answerPick.ts';

const title = 'Pick Model Under Budget';
const placeHolder = '≤300M, 5M params, 0.6 GFLOPs, 60ms@pixel-1, top1 ≥ 75, or ≤ resnet50';

type Accepted =
	| { readonly kind: 'budget'; readonly text: string }
	| { readonly kind: 'device'; readonly text: string; readonly problem: BudgetProblem };

/** Problems that the person can answer by choosing a device. */
const deviceProblems: readonly BudgetProblem['code'][] = ['device-needed', 'device-without-latency', 'unknown-device'];

/** Asks for a budget, checked and counted while it is typed; undefined where it was dismissed. */
export async function askBudget(services: Services, catalog: Catalog, initial: string): Promise<string | undefined> {
	let text = initial;
	let isMidFlow = false;
	for (;;) {
		const accepted = await showInput(services, catalog, text, isMidFlow);
		if (accepted?.kind !== 'device') return accepted?.text;
		const answer = await chooseDevice(accepted.text, accepted.problem);
		if (!answer) return undefined;
		text = answer.kind === 'chosen' ? answer.value : accepted.text;
		if (answer.kind === 'chosen' && readRequest(catalog, { budget: text }, readSettings()).ok) return text;
		isMidFlow = true;
	}
}

function showInput(
	services: Services,
	catalog: Catalog,
	initial: string,
	ignoreFocusOut: boolean,
): Promise<Accepted | undefined> {
	const input = vscode.window.createInputBox();
	const check = (): ParsedBudget => {
		const parsed = readRequest(catalog, { budget: input.value }, readSettings());
		showCheck(input, services, catalog, parsed);
		return parsed;
	};
	Object.assign(input, { title, step: 1, totalSteps: 2, placeholder: placeHolder, value: initial, ignoreFocusOut });
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
		input.onDidHide(() => {
			settle(undefined);
		});
		input.show();
	});
}

/** The count in the title, how the words were read or what is wrong with them below. */
function showCheck(input: vscode.InputBox, { tables }: Services, catalog: Catalog, parsed: ParsedBudget): void {
	input.title = title;
	input.validationMessage = undefined;
	input.prompt = 'The most a model may cost. Several limits with commas.';
	if (parsed.ok) {
		const table = tableOf(catalog, tables, readSettings());
		const { meets } = countUnderBudget(table, parsed.budget);
		const readings = readingsUnder(table, parsed.budget);
		input.title = `${title}: ${meets === 1 ? '1 candidate meets it' : `${meets} candidates meet it`}`;
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
	const known = devices.map(({ id, name, candidates }) => ({
		label: name,
		description: `${candidates} ${candidates === 1 ? 'candidate has' : 'candidates have'} a latency on it`,
		value: `${before}${part}@${id}${after}`,
	}));
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
				value: `${before}≤300M${after}`,
			},
		],
	});
}
