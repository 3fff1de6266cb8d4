CREATE TABLE `admin_seed` (
	`open_id` text PRIMARY KEY NOT NULL,
	`sown_at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE TABLE `wrong_officer_code` (
	`open_id` text PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `attendance` ADD `corrected_why` text;
--> statement-breakpoint
INSERT OR IGNORE INTO `admin_seed` (`open_id`, `sown_at`)
SELECT `person`.`open_id`, `ledger`.`at` FROM `ledger`
JOIN `role` ON `ledger`.`subject_key` = json_object('id', `role`.`id`)
JOIN `person` ON `person`.`id` = `role`.`person_id`
WHERE `ledger`.`command` = 'admins' AND `ledger`.`subject_table` = 'role' AND `person`.`open_id` IS NOT NULL;
--> statement-breakpoint
UPDATE `app` SET `officer_code` = NULL
WHERE EXISTS (SELECT 1 FROM `role` WHERE `role` = 'officer' AND `until` IS NULL);
