CREATE TABLE `data_key` (
	`id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`seals` integer NOT NULL,
	`rewrapped` text
);
--> statement-breakpoint
CREATE INDEX `inbox_answered` ON `inbox` (`received_at`) WHERE answer is not null;
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`reason`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `attendance`
WHERE `reason` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`corrected_why`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `attendance`
WHERE `corrected_why` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`contact`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `float`
WHERE `contact` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`story`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `ticket`
WHERE `story` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`text`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `ticket_word`
WHERE `text` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`reason`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `transfer`
WHERE `reason` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`content`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `outbox`
WHERE `content` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`answer`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `inbox`
WHERE `answer` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`update`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `poison`
WHERE `update` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`args`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `question`
WHERE `args` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`each`.`value`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `ledger_image`, json_each(iif(json_valid(`ledger_image`.`before`), `ledger_image`.`before`, '{}')) AS `each`
WHERE `forget_at` IS NOT NULL AND `each`.`key` IN ('reason', 'correctedWhy', 'contact', 'story', 'text')
	AND `each`.`value` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT DISTINCT substr(`each`.`value`, 1, 6), coalesce((SELECT `created_at` FROM `app`), 0), 0 FROM `ledger_image`, json_each(iif(json_valid(`ledger_image`.`after`), `ledger_image`.`after`, '{}')) AS `each`
WHERE `forget_at` IS NOT NULL AND `each`.`key` IN ('reason', 'correctedWhy', 'contact', 'story', 'text')
	AND `each`.`value` GLOB '??????.????????????????.?*';
--> statement-breakpoint
INSERT OR IGNORE INTO `data_key` (`id`, `since`, `seals`)
SELECT 'plain', coalesce((SELECT `created_at` FROM `app`), 0), 0
WHERE EXISTS (SELECT 1 FROM `ledger` WHERE `subject_table` IN ('float', 'transfer'))
	OR EXISTS (SELECT 1 FROM `float`) OR EXISTS (SELECT 1 FROM `transfer`);
