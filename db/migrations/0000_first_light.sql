CREATE TABLE `app` (
	`id` integer PRIMARY KEY NOT NULL,
	`app_id` text NOT NULL,
	`tenant_key` text,
	`bot_open_id` text,
	`bot_name` text,
	`clock_floor` integer DEFAULT 0 NOT NULL,
	`officer_code` text,
	`officer_code_tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `branch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`chat_id` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `branch_name_unique` ON `branch` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `branch_chat_id_unique` ON `branch` (`chat_id`);--> statement-breakpoint
CREATE INDEX `branch_parent` ON `branch` (`parent_id`);--> statement-breakpoint
CREATE TABLE `chat` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	`greeted_at` integer,
	`bot_left_at` integer
);
--> statement-breakpoint
CREATE TABLE `chat_member` (
	`chat_id` text NOT NULL,
	`open_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`chat_id`, `open_id`)
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`turn` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` integer,
	`command` text NOT NULL,
	`subject_table` text NOT NULL,
	`subject_key` text NOT NULL,
	`change` text NOT NULL,
	`fields` text NOT NULL,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `ledger_person` ON `ledger` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_turn` ON `ledger` (`turn`);--> statement-breakpoint
CREATE TABLE `ledger_image` (
	`ledger_id` integer PRIMARY KEY NOT NULL,
	`subject_person_id` integer,
	`before` text,
	`after` text,
	`forget_at` integer,
	FOREIGN KEY (`ledger_id`) REFERENCES `ledger`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ledger_image_subject` ON `ledger_image` (`subject_person_id`);--> statement-breakpoint
CREATE INDEX `ledger_image_forget` ON `ledger_image` (`forget_at`) WHERE forget_at is not null;--> statement-breakpoint
CREATE TABLE `attendance` (
	`meeting_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answered_by` integer,
	`reason` text,
	`checked_in_at` integer,
	`roll` text,
	`rolled_by` integer,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rolled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_person` ON `attendance` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text,
	`topic` text,
	`invites` text NOT NULL,
	`state` text NOT NULL,
	`planned_by` integer NOT NULL,
	`planned_at` integer NOT NULL,
	`cancelled_why` text,
	`closed_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_branch_start` ON `meeting` (`branch_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meeting_state_start` ON `meeting` (`state`,`starts_at`);--> statement-breakpoint
CREATE TABLE `meeting_kind` (
	`meeting_id` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `kind`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`api` text NOT NULL,
	`lane` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempt_at` ON `attempt` (`at`);--> statement-breakpoint
CREATE TABLE `card` (
	`message_id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`chat_id` text NOT NULL,
	`view` text,
	`subject` text,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `card_key` ON `card` (`key`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uuid` text NOT NULL,
	`turn` text NOT NULL,
	`work` text NOT NULL,
	`lane` text NOT NULL,
	`target` text NOT NULL,
	`content` text,
	`card_key` text,
	`not_before` integer NOT NULL,
	`condition` text,
	`state` text NOT NULL,
	`cause` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`first_tried_at` integer,
	`doubtful` integer DEFAULT false NOT NULL,
	`urgent` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`message_id` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`not_before`,`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_sending` ON `outbox` (`id`) WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX `outbox_card` ON `outbox` (`card_key`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_finished` ON `outbox` (`finished_at`);--> statement-breakpoint
CREATE INDEX `outbox_turn` ON `outbox` (`turn`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`branch_id` integer NOT NULL,
	`standing` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`until_why` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_branch` ON `membership` (`branch_id`,`until`);--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`,`until`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`open_id` text,
	`name` text,
	`account_name` text,
	`created_at` integer NOT NULL,
	`greeted_at` integer,
	`thanked_on` text,
	`left_at` integer,
	`merged_into` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_open_id_unique` ON `person` (`open_id`);--> statement-breakpoint
CREATE TABLE `registration` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`branch_id` integer NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registration_branch` ON `registration` (`branch_id`,`state`);--> statement-breakpoint
CREATE INDEX `registration_person` ON `registration` (`person_id`,`state`);--> statement-breakpoint
CREATE TABLE `role` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`role` text NOT NULL,
	`branch_id` integer,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `branch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_person` ON `role` (`person_id`);--> statement-breakpoint
CREATE INDEX `role_branch` ON `role` (`branch_id`,`role`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`event_id` text PRIMARY KEY NOT NULL,
	`message_id` text,
	`received_at` integer NOT NULL,
	`answer` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_message_id_unique` ON `inbox` (`message_id`);--> statement-breakpoint
CREATE INDEX `inbox_received` ON `inbox` (`received_at`);--> statement-breakpoint
CREATE TABLE `poison` (
	`reference` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`at` integer NOT NULL,
	`update` text NOT NULL,
	`error` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `question` (
	`person_id` integer NOT NULL,
	`chat_id` text NOT NULL,
	`command` text NOT NULL,
	`args` text NOT NULL,
	`missing` text,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `chat_id`)
);
