import type { CallFact, WrittenArgument } from './chunkFacts.ts';
import type { MentionFramework } from './mention.ts';
import { hubFramework } from './modelCalls.ts';

/** The argument of a call by one of its keywords, else by its position. */
export function argumentAt(
	call: CallFact,
	position: number | undefined,
	keywords: readonly string[],
): WrittenArgument | undefined {
	return (
		call.arguments.find(argument => argument.keyword !== undefined && keywords.includes(argument.keyword)) ??
		call.arguments.find(argument => argument.position !== undefined && argument.position === position)
	);
}

/** Of a function of `framework`, the framework of its names: arguments may say that it takes them from somewhere else. */
export function frameworkOf(call: CallFact, framework: MentionFramework): MentionFramework | undefined {
	if (framework === 'transformers') {
		const timm = call.arguments.find(({ keyword }) => keyword === 'use_timm_backbone');
		return timm?.value === true ? 'timm' : framework;
	}
	if (framework !== 'torch-hub') return framework;
	const isLocal = call.arguments.some(({ keyword, value }) => keyword === 'source' && value === 'local');
	const repository = argumentAt(call, 0, ['repo_or_dir'])?.value;
	return typeof repository === 'string' && !isLocal ? hubFramework(repository) : undefined;
}

/** The last name of a dotted path. */
export function lastOf(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}
