CREATE TABLE `float` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`branch_id` integer NOT NULL,
	`direction` text NOT NULL,
	`place` text NOT NULL,
	`fixed` integer,
	`home` text,
	`since` text NOT NULL,
	`until` text,
	`contact` text,
	`consent_at` integer NOT NULL,
	`registered_by` integer NOT NULL,
	`registered_at` integer NOT NULL,
	`state` text NOT NULL,
	`ended_on` text,
	`contacted_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `float_branch` ON `float` (`branch_id`,`state`);--> statement-breakpoint
CREATE INDEX `float_person` ON `float` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `float_since` ON `float` (`since`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `float_contacted` ON `float` (`contacted_on`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `float_contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`float_id` integer NOT NULL,
	`on` text NOT NULL,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`float_id`) REFERENCES `float`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `float_contact_float` ON `float_contact` (`float_id`);--> statement-breakpoint
CREATE TABLE `reminder` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule` text NOT NULL,
	`step` text NOT NULL,
	`subject` text NOT NULL,
	`due_on` text NOT NULL,
	`person_id` integer NOT NULL,
	`state` text NOT NULL,
	`cause` text,
	`at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`finished_at` integer,
	`turn` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_key` ON `reminder` (`rule`,`step`,`subject`,`due_on`,`person_id`);--> statement-breakpoint
CREATE INDEX `reminder_person` ON `reminder` (`person_id`,`state`,`finished_at`);--> statement-breakpoint
CREATE INDEX `reminder_ready` ON `reminder` (`not_before`) WHERE state = 'waiting' and turn is null;--> statement-breakpoint
CREATE INDEX `reminder_turn` ON `reminder` (`turn`) WHERE turn is not null;--> statement-breakpoint
CREATE TABLE `reminder_choice` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`paused_until` integer,
	`from_minute` integer,
	`until_minute` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminder_look` (
	`name` text PRIMARY KEY NOT NULL,
	`looked_on` text NOT NULL,
	`until` text,
	`after` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`requester_id` integer NOT NULL,
	`branch_id` integer,
	`category` text NOT NULL,
	`route` text NOT NULL,
	`duty_branch_id` integer,
	`story` text NOT NULL,
	`state` text NOT NULL,
	`assignee_id` integer,
	`opened_at` integer NOT NULL,
	`taken_at` integer,
	`last_word_at` integer,
	`done_at` integer,
	`confirmed_at` integer,
	`message_id` text,
	FOREIGN KEY (`requester_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duty_branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ticket_requester` ON `ticket` (`requester_id`,`state`);--> statement-breakpoint
CREATE INDEX `ticket_duty` ON `ticket` (`duty_branch_id`,`state`);--> statement-breakpoint
CREATE INDEX `ticket_assignee` ON `ticket` (`assignee_id`,`state`);--> statement-breakpoint
CREATE INDEX `ticket_open` ON `ticket` (`opened_at`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `ticket_taken` ON `ticket` (`last_word_at`) WHERE state = 'taken';--> statement-breakpoint
CREATE INDEX `ticket_message` ON `ticket` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE TABLE `ticket_word` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `ticket`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ticket_word_ticket` ON `ticket_word` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `transfer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`float_id` integer,
	`from_branch_id` integer,
	`to_branch_id` integer,
	`from_name` text NOT NULL,
	`to_name` text NOT NULL,
	`stage` text NOT NULL,
	`stage_on` text NOT NULL,
	`letter_on` text,
	`letter_until` text,
	`exempt_until` text,
	`reason` text,
	`started_by` integer NOT NULL,
	`started_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`float_id`) REFERENCES `float`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `transfer_from` ON `transfer` (`from_branch_id`,`stage`);--> statement-breakpoint
CREATE INDEX `transfer_to` ON `transfer` (`to_branch_id`,`stage`);--> statement-breakpoint
CREATE INDEX `transfer_person` ON `transfer` (`person_id`,`stage`);--> statement-breakpoint
CREATE INDEX `transfer_letter` ON `transfer` (`letter_until`) WHERE stage = 'letter';--> statement-breakpoint
CREATE INDEX `card_sent` ON `card` (`sent_at`);--> statement-breakpoint
CREATE INDEX `outbox_oldest` ON `outbox` (`work`,`id`,`not_before`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `poison_at` ON `poison` (`at`);--> statement-breakpoint
CREATE INDEX `question_expires` ON `question` (`expires_at`);