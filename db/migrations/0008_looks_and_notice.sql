CREATE TABLE `host` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text,
	`phone` text
);
--> statement-breakpoint
CREATE TABLE `look` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`by_id` integer NOT NULL,
	`branch_id` integer NOT NULL,
	`what` text NOT NULL,
	`meeting_id` integer,
	`person_id` integer,
	`on` text NOT NULL,
	`at` integer NOT NULL,
	`why` text,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `look_by` ON `look` (`by_id`,`on`);--> statement-breakpoint
CREATE INDEX `look_branch` ON `look` (`branch_id`,`at`);--> statement-breakpoint
ALTER TABLE `person` ADD `noticed_at` integer;