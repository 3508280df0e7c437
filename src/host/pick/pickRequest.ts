import type { Framework, Task } from '../../catalog/records.ts';

/** What is asked of the catalog. Kept in the workspace's memory and in the addresses of reports. */
export interface PickRequest {
	/** As a person writes it. */
	readonly budget: string;
	readonly task?: Task | undefined;
	/** Id of the one source whose figures count. */
	readonly source?: string | undefined;
	readonly framework?: Framework | undefined;
	/** Id of a family. A program may give its name or alias. */
	readonly family?: string | undefined;
	/** Classes and SPDX ids of licenses: their weights alone, whatever the settings leave out. */
	readonly licenses?: readonly string[] | undefined;
	/** Most matches to return. */
	readonly limit?: number | undefined;
	/** What the word FLOPs stands for; the setting without it. */
	readonly flops?: 'flops' | 'macs' | undefined;
	/** Device of a latency that names none; the setting without it. */
	readonly device?: string | undefined;
}

/** A request of a program, which may want it shown instead of answered. */
export interface PickArguments extends PickRequest {
	readonly show?: boolean | undefined;
}
