package document

import "testing"

// Texts that look like an achievement, or use its words, and are none. A
// finding in one of them would be a false alarm in somebody's work.
func TestOrdinaryTexts(t *testing.T) {
	texts := []struct{ path, src string }{
		{"docs/achievements.md", "# Achievements of the Deep Mine\n\n**Achievement ID:** 4021\n**Points:** 25\n\nSlay the lantern keeper without a torch.\n"},
		{"wiki/achievement-list.md", "# Achievement list\n\n| Achievement ID | Name | Result |\n|---|---|---|\n| ACH_WIN_ONE | First win | A medal |\n"},
		{"mods/ach.md", "# Adding an achievement\n\n- **Achievement ID**: the key in `achievements.json`\n- **Trigger**: see `onUnlock`\n"},
		{"steam.md", "# Achievement unlocked: what players see\n\n## Context\n\nThe overlay.\n\n## Results\n\nNothing yet.\n"},
		{"README.md", "# career-notes\n\nWrite each win like this:\n\n```markdown\n# Achievement: Title\n\n**Achievement ID:** ACH-001\n**Role:** ROLE-001 - Title @ Company\n\n## Situation\n\n## Task\n\n## Action\n\n## Result\n```\n\nThen commit it.\n"},
		{"docs/template.md", "# The template\n\n~~~\n---\ntype: achievement\n---\n**Situation:** …\n**Task:** …\n**Action:** …\n**Result:** …\n~~~\n"},
		{"docs/quoting.md", "# What a good one looks like\n\n> # Achievement: Halved the queue\n>\n> **Role:** Nurse\n>\n> **Situation:** long queues\n>\n> **Result:** short ones\n"},
		{"docs/indented.md", "# The format\n\nLike so:\n\n    # Achievement: Title\n    **Situation:** text\n    **Task:** text\n    **Result:** text\n"},
		{"status/2026-03.md", "# Relatório de março\n\n**Situação:** em andamento\n**Responsável:** Ana\n\n**Resultado:** previsto para abril\n"},
		{"estado.md", "# Estado del proyecto\n\n## Situación\n\nEn curso.\n\n## Tareas\n\n- Migrar datos\n\n## Resultados\n\nPendiente.\n"},
		{"lage.md", "# Lagebericht\n\n## Situation\n\nRuhig.\n\n## Aufgaben\n\n- Pumpe prüfen\n"},
		{"etat.md", "# État des lieux\n\n## Situation\n\nStable.\n\n## Mission\n\nMaintenir.\n\n## Action\n\nAucune.\n"},
		{"meetings/2026-03-02.md", "# Ward meeting, 2 March\n\n**Date:** 2026-03-02\n**Role:** chair: Ann\n\nActions:\n\n- Bo orders gloves\n\nResult: agreed.\n"},
		{"meetings/retro.md", "# Retrospective\n\n## What went well\n\n- Fewer handovers\n\n## Actions\n\n- Ask night shift\n\n## Results of last time\n\nNone.\n"},
		{"minutes.md", "# Minutes\n\n| Date | 2026-03-02 |\n|---|---|\n| Role | Secretary |\n\n## Actions\n\n1. Print the plan\n"},
		{"incidents/2026-02-11.md", "# Postmortem: cold store alarm\n\n**Date:** 2026-02-11\n**Impact:** 4 pallets lost\n\n## Background\n\nTwo sensors.\n\n## Impact\n\nSee above.\n\n## Action items\n\n- Third sensor\n"},
		{"incidents/outage.md", "# Outage of 3 May\n\n## Situation\n\nThe queue filled up.\n\n## Actions\n\nRestarted.\n\n## Result\n\nRecovered in 12 minutes.\n"},
		{"CHANGELOG.md", "# Changelog\n\n## 2.1.0\n\n### Impact\n\n- Faster start\n\n### Actions\n\n- `deploy` takes a tag\n"},
		{"rfcs/0007-queue.md", "# RFC 7: A queue for scans\n\n**Date:** 2026-01-09\n**Status:** accepted\n\n## Context\n\n## Problem\n\n## Goals\n\n## Approach\n\n## Impact\n"},
		{"adr/0003.md", "# 3. Use one database\n\nDate: 2026-01-09\n\n## Status\n\nAccepted\n\n## Context\n\nTwo drift apart.\n\n## Decision\n\nOne.\n\n## Consequences\n\nA migration.\n"},
		{"proposal.md", "# Proposal\n\n## Background\n\n## Objective\n\n## Approach\n\n## Outcomes\n\n## Team\n\n## Tags\n"},
		{"jobs/nurse.md", "# Charge nurse, day shift\n\n**Role:** Charge nurse\n**Category:** Nursing\n**Position:** permanent\n\n## Responsibilities\n\n- Lead a ward\n\n## Skills\n\n- Calm\n"},
		{"jobs/star.md", "# How we interview\n\n**Role:** any\n\nAnswer by STAR: the **Situation**, the **Task**, what you did and what came of it.\n"},
		{"blog/star-method.md", "---\ntitle: The STAR method\ndate: 2026-02-01\ntags: [interviews]\n---\n\n# The STAR method\n\n## Situation\n\nSet the scene.\n\n## Task\n\nSay what was asked.\n\n## Action\n\nSay what you did.\n\n## Result\n\nSay what came of it.\n"},
		{"syllabus.md", "# Chemistry, year 9\n\n## Objectives\n\n## Tasks\n\n### Task 1\n\n### Task 2\n\n## Results\n\nGraded from A to F.\n"},
		{"lab/report.md", "# Titration\n\n**Date:** 2026-03-01\n\n## Objective\n\n## Background\n\n## Results\n\n| Run | ml |\n|---|---|\n| 1 | 24.1 |\n"},
		{"paper.md", "# Sleep and shift work\n\n## Summary\n\n## Background\n\n## Implementation\n\n## Results\n\n## Collaboration\n"},
		{"recipes/bread.md", "# Bread\n\n## Summary\n\nSlow.\n\n## Tags\n\n#baking #slow\n\n## Result\n\nA loaf.\n"},
		{"todo.md", "# To do\n\n- [ ] Task: call Ann\n- [ ] Action: write Bo\n- [ ] Result: file it\n"},
		{"api/actions.md", "# Actions API\n\n## Action\n\n`POST /actions`\n\n## Result\n\n`201`\n\n| Role | string |\n|---|---|\n| Task | string |\n"},
		{"api/roles.md", "# Roles\n\n| Field | Type |\n|---|---|\n| role | string |\n| date | string |\n"},
		{"ansible/role.md", "# Ansible role: nginx\n\n## Role variables\n\n## Task files\n\n## Result\n\nA running server.\n"},
		{"discord.md", "# Giving out badges\n\n**Role:** member\n\n## Action\n\nReact.\n\n## Result\n\nThe badge.\n"},
		{"npc.md", "# The smith\n\n**Role:** Smith\n\n## Situation\n\nWar.\n\n## Task\n\nForge a blade.\n"},
		{"support/ticket.md", "# Ticket 88\n\n**Category:** Printing\n**Date:** 2026-03-04\n\n**Problem:** no paper\n\n**Action:** refilled\n\n**Result:** prints\n"},
		{"story.md", "# Story\n\n## Story 1\n\nOnce upon a time.\n\n## Story 2\n\nThe end.\n"},
		{"agile/story.md", "# Story: As a nurse I want a list\n\n## Background\n\n## Tasks\n\n- [ ] Draw it\n"},
		{"hugo/content/posts/x.md", "---\nid: result\ntitle: Result\ndate: 2026-02-02\nrole: author\n---\n\n# Result\n\nText.\n"},
		{"docusaurus/intro.md", "---\nid: intro\ntitle: Introduction\ntags: [start]\n---\n\n## Context\n\n## Action\n"},
		{"achievements/README.md", "# How we write achievements\n\n**Date:** the day it was done\n**Role:** yours at the time\n\n## Situation\n\nWhat was the case.\n"},
		{"achievements/notes.md", "# Ideas\n\n- the night roster\n- the new forms\n"},
		{"zh.md", "# 会议记录\n\n## 背景\n\n略。\n\n## 行动\n\n略。\n\n## 结果\n\n略。\n"},
		{"ja.md", "# 議事録\n\n**状況：** 進行中\n\n**課題：** 予算\n\n**結果：** 未定\n"},
		{"ru.md", "# Отчёт\n\n## Задача\n\nПроверить.\n\n## Результат\n\nГотово.\n"},
		{"CONTRIBUTING.md", "# Contributing\n\nA role: maintainer. An action: review. `**Achievement ID:** ACH-001` is only an example.\n"},
		{"prayer.md", "# Accomplishments\n\nAchievement: none yet.\n\nRole: son.\n"},
	}
	for _, text := range texts {
		t.Run(text.path, func(t *testing.T) {
			if got := kindOf(text.path, text.src); got != "other" {
				t.Errorf("%q is read as %s", text.src, got)
			}
		})
	}
}
