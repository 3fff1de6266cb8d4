CREATE TABLE `month_calls` (
	`month` text PRIMARY KEY NOT NULL,
	`calls` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `operator_news` (
	`code` text PRIMARY KEY NOT NULL,
	`facts` text NOT NULL,
	`since` integer NOT NULL,
	`told_on` text,
	`over_at` integer
);
