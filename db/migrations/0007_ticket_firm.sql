ALTER TABLE `ticket` ADD `firm` text;--> statement-breakpoint
ALTER TABLE `ticket` ADD `routed_at` integer;