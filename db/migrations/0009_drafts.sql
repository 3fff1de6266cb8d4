CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`command` text NOT NULL,
	`args` text NOT NULL,
	`card` text,
	`state` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_expires` ON `draft` (`expires_at`);--> statement-breakpoint
ALTER TABLE `question` ADD `draft` text;