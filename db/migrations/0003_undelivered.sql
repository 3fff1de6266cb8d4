CREATE TABLE `undelivered` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`turn` text NOT NULL,
	`by` text NOT NULL,
	`lane` text NOT NULL,
	`about` text,
	`why` text NOT NULL,
	`any_one` integer NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `undelivered_by` ON `undelivered` (`by`) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX `undelivered_turn` ON `undelivered` (`turn`);--> statement-breakpoint
CREATE INDEX `undelivered_lane` ON `undelivered` (`lane`) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX `undelivered_settled` ON `undelivered` (`settled_at`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `by` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `any_one` integer DEFAULT false NOT NULL;