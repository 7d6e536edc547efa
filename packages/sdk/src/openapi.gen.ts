// Generated from openapi.json by generate.ts. Do not edit.
export interface paths {
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search people
         * @description Scope: `contacts:read`.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Create a person
         * @description The contact enters the default lifecycle’s first stage unless `stages` says otherwise. A handle somebody else holds is refused with 409 naming the holder.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who has this handle, or this conversation
         * @description Scope: `contacts:read`.
         */
        post: operations["resolveContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person
         * @description The id of a contact that was merged into another leads to that one for ever, here and in every other operation: the answer’s `id` says which.
         *
         *     Scope: `contacts:read`.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Erase a person for good
         * @description Empties names, handles, notes and texts. The ledger keeps counts and dates. Needs If-Match.
         *
         *     Scope: `contacts:write`.
         */
        delete: operations["eraseContact"];
        options?: never;
        head?: never;
        /**
         * Change a person (merge-patch)
         * @description Scope: `contacts:write`.
         */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/v1/contacts/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a person out of the lists
         * @description Scope: `contacts:write`.
         */
        post: operations["archiveContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an archived person back
         * @description Scope: `contacts:write`.
         */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find people by words and a tree of conditions
         * @description Reads only. Send `next_cursor` back as `cursor` with the same words, filter and sort; with others it is refused.
         *
         *     Scope: `contacts:read`.
         */
        post: operations["searchContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or change up to 1,000 people
         * @description A person is known by an identity of channel `external` (your own id for them), else by any other handle; whoever is not known is created. Given fields are set, handles and tags are added. Each item passes the same gate as the single request and sees what those before it did. `atomic` writes all or nothing and answers 422 `batch-refused` with every fault of every item; `each` writes what is allowed: an item that is refused, also for its form, says why with every pointer in its result and holds up no other. Only what is wrong with the request itself (its mode, its query, more than 1,000 items) refuses it whole. `dry_run=true` does all of it and keeps nothing. The Idempotency-Key is the whole batch’s.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["batchContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the tags of up to 1,000 people
         * @description Each item passes the same gate as the single request and sees what those before it did. `atomic` writes all or nothing and answers 422 `batch-refused` with every fault of every item; `each` writes what is allowed: an item that is refused, also for its form, says why with every pointer in its result and holds up no other. Only what is wrong with the request itself (its mode, its query, more than 1,000 items) refuses it whole. `dry_run=true` does all of it and keeps nothing. The Idempotency-Key is the whole batch’s.
         *
         *     Scope: `tags:write`.
         */
        post: operations["batchTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move up to 1,000 people
         * @description Each item passes the same gate as the single request and sees what those before it did. `atomic` writes all or nothing and answers 422 `batch-refused` with every fault of every item; `each` writes what is allowed: an item that is refused, also for its form, says why with every pointer in its result and holds up no other. Only what is wrong with the request itself (its mode, its query, more than 1,000 items) refuses it whole. `dry_run=true` does all of it and keeps nothing. The Idempotency-Key is the whole batch’s.
         *
         *     Scope: `stages:write`.
         */
        post: operations["batchTransitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up to 1,000 people an owner, or none
         * @description Each item passes the same gate as the single request and sees what those before it did. `atomic` writes all or nothing and answers 422 `batch-refused` with every fault of every item; `each` writes what is allowed: an item that is refused, also for its form, says why with every pointer in its result and holds up no other. Only what is wrong with the request itself (its mode, its query, more than 1,000 items) refuses it whole. `dry_run=true` does all of it and keeps nothing. The Idempotency-Key is the whole batch’s.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["batchOwners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All the panel needs about a person
         * @description Scope: `contacts:read`.
         */
        get: operations["getContactCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened with a person, newest first
         * @description Scope: `contacts:read`.
         */
        get: operations["getContactTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Handles of a person
         * @description Scope: `contacts:read`.
         */
        get: operations["listContactIdentities"];
        put?: never;
        /**
         * Add a handle to a person
         * @description Scope: `contacts:write`.
         */
        post: operations["addContactIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a handle off a person
         * @description Scope: `contacts:write`.
         */
        delete: operations["removeIdentity"];
        options?: never;
        head?: never;
        /**
         * Show a handle otherwise, or mark it as shared or their own (merge-patch)
         * @description The handle itself never changes: take it off and add another. One that others hold too cannot become somebody’s own.
         *
         *     Scope: `contacts:write`.
         */
        patch: operations["updateIdentity"];
        trace?: never;
    };
    "/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts that may be one person, and why
         * @description Two contacts with a value in common: a phone on whatever channel, the mailbox an address delivers to, the same name at another domain of one house, an id in another system, a handle marked shared, or name and company. Strongest first. A value that more than 20 people have is no reason. Nothing is ever merged by itself.
         *
         *     Scope: `contacts:read`.
         */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/not-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pairs that were looked at and are two people, newest first
         * @description Scope: `contacts:read`.
         */
        get: operations["listNotDuplicates"];
        put?: never;
        /**
         * Remember that two contacts are two people
         * @description They are not offered as duplicates again, whatever they come to have in common.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["createNotDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/not-duplicates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget that two contacts are two people
         * @description Scope: `contacts:write`.
         */
        delete: operations["removeNotDuplicate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Merges, newest first
         * @description Scope: `contacts:read`.
         */
        get: operations["listMerges"];
        put?: never;
        /**
         * Make one person of two contacts
         * @description Handles, tags, interactions, follow-ups and conversation links of the loser go to the survivor; its id leads to the survivor from then on, for ever. Ledger rows stay where they are: the loser’s ledger is closed, the survivor’s gets a row only where its stage changes. If-Match is the survivor’s. With `dry_run=true` nothing is stored.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["mergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One merge
         * @description Scope: `contacts:read`.
         */
        get: operations["getMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge back
         * @description Both contacts are as they were. What was added since stays with the survivor, what was changed or removed since stays so. A later merge of either is reverted first.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["revertMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversation-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is remembered about a conversation
         * @description Scope: `contacts:read`.
         */
        get: operations["listConversationLinks"];
        put?: never;
        /**
         * Remember who a conversation is with, or is not
         * @description Scope: `work:write`.
         */
        post: operations["createConversationLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversation-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a link
         * @description Scope: `work:write`.
         */
        delete: operations["removeConversationLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every published lifecycle, the default first
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listLifecycles"];
        put?: never;
        /**
         * Make a lifecycle as a copy of another
         * @description Scope: `lifecycles:write`.
         */
        post: operations["createLifecycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One lifecycle
         * @description Scope: `lifecycles:read`.
         */
        get: operations["getLifecycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/{key}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many stand in each stage and pool now
         * @description Kept as people move, so it costs the same however many there are.
         *
         *     Scope: `reports:read`.
         */
        get: operations["countLifecycleStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of a lifecycle, oldest first
         * @description A ledger row names the version it was written under: here is what its stages were called then.
         *
         *     Scope: `lifecycles:read`.
         */
        get: operations["listLifecycleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The draft of a lifecycle
         * @description Scope: `lifecycles:read`.
         */
        get: operations["getLifecycleDraft"];
        /**
         * Draft a change: rename, reorder, add, merge or retire stages
         * @description Nothing changes for anybody until it is published.
         *
         *     Scope: `lifecycles:write`.
         */
        put: operations["putLifecycleDraft"];
        post?: never;
        /**
         * Throw the draft away
         * @description Scope: `lifecycles:write`.
         */
        delete: operations["deleteLifecycleDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/{key}/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What publishing would do: who would move, and how many rows would be written
         * @description Of the draft in the body, or of the one kept.
         *
         *     Scope: `lifecycles:read`.
         */
        post: operations["simulateLifecycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycles/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the draft in force
         * @description The new version is in force at once. People in retired stages are moved after it, one ledger row each with the source `migration` and the publication as `batch_id`; follow it at its Location.
         *
         *     Scope: `lifecycles:write`.
         */
        post: operations["publishLifecycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a publication is
         * @description Scope: `lifecycles:read`.
         */
        get: operations["getPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reasons a move or a closing may give
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Texts for a stage, in the order of the playbook
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listScripts"];
        put?: never;
        /**
         * Write a text for a stage
         * @description The panel fills its variables for one person before the rep uses it; with a value missing it is not used.
         *
         *     Scope: `playbooks:write`.
         */
        post: operations["createScript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One script
         * @description Scope: `lifecycles:read`.
         */
        get: operations["getScript"];
        put?: never;
        post?: never;
        /**
         * Remove a script
         * @description Scope: `playbooks:write`.
         */
        delete: operations["deleteScript"];
        options?: never;
        head?: never;
        /**
         * Change a script (merge-patch)
         * @description Scope: `playbooks:write`.
         */
        patch: operations["updateScript"];
        trace?: never;
    };
    "/v1/contacts/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every stage, and whether this contact may move there now
         * @description Scope: `contacts:read`.
         */
        get: operations["listContactMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger of one contact, by seq
         * @description Scope: `contacts:read`.
         */
        get: operations["listContactTransitions"];
        put?: never;
        /**
         * Move a contact to a stage
         * @description A move to the stage the contact is in answers `changed: false`. With `dry_run=true` nothing is stored.
         *
         *     Scope: `stages:write`.
         */
        post: operations["moveContactStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a contact where they stand: lost, disqualified or churned
         * @description A ledger row that keeps the stage. A closed contact is in no list meant for outreach. Closing again with the same outcome answers `changed: false`; any move opens the contact. Where the lifecycle has a stage that means this end, move there instead.
         *
         *     Scope: `stages:write`.
         */
        post: operations["closeContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed contact again, in the stage they had kept
         * @description Scope: `stages:write`.
         */
        post: operations["reopenContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole ledger, by seq
         * @description Scope: `events:read`.
         */
        get: operations["listTransitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transitions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ledger row
         * @description Scope: `contacts:read`.
         */
        get: operations["getTransition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transitions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back your own last move within 10 minutes
         * @description Scope: `stages:write`.
         */
        post: operations["undoTransition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transitions/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back any row of the ledger, with a reason
         * @description Adds a row that voids the one named: it counts in no visit and no report from then on. Correcting a row that took another back brings that one back. Say where the contact was instead by a move with `effective_at`.
         *
         *     Scope: `stages:correct`.
         */
        post: operations["correctTransition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a contact was at one time, by what was known at another
         * @description Scope: `contacts:read`.
         */
        get: operations["listContactPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tag-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tag groups with their tags
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listTagGroups"];
        put?: never;
        /**
         * Create a tag group
         * @description At most 100.
         *
         *     Scope: `tags:write`.
         */
        post: operations["createTagGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tag-groups/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a tag group (merge-patch)
         * @description The key and the mode never change.
         *
         *     Scope: `tags:write`.
         */
        patch: operations["updateTagGroup"];
        trace?: never;
    };
    "/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All tags in use
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Create a tag
         * @description At most 1000 in use, 5000 with the retired ones; a contact has at most 100.
         *
         *     Scope: `tags:write`.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a tag, retire it or offer it again (merge-patch)
         * @description A retired tag stays with whoever has it, is found by and can be taken off, and is offered and given to nobody any more: adding it is refused as `tag-unknown`, an import row with it is rejected likewise, and a tag that a rule gives is retired only after the rule gives another. Its key never changes and stays taken.
         *
         *     Scope: `tags:write`.
         */
        patch: operations["updateTag"];
        trace?: never;
    };
    "/v1/contacts/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags of a person
         * @description Scope: `contacts:read`.
         */
        get: operations["listContactTags"];
        put?: never;
        /**
         * Add and remove tags in one step
         * @description Scope: `tags:write`.
         */
        post: operations["changeContactTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add one tag
         * @description Scope: `tags:write`.
         */
        put: operations["addContactTag"];
        post?: never;
        /**
         * Remove one tag
         * @description Scope: `tags:write`.
         */
        delete: operations["removeContactTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Declared fields, the archived ones too
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listFields"];
        put?: never;
        /**
         * Declare a field of contacts and its type
         * @description From then on a value of another type is refused. Values written before stay until they are written anew.
         *
         *     Scope: `classification:write`.
         */
        post: operations["createField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a field, change its choices, archive it
         * @description Scope: `classification:write`.
         */
        patch: operations["updateField"];
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules that tag by a field
         * @description Scope: `lifecycles:read`.
         */
        get: operations["listRules"];
        put?: never;
        /**
         * Tag by a field: the first case that fits gives the tag
         * @description Everybody is judged by it, a few at a time; from then on with every change of the field. A tag that a person set stays, with the reason they gave.
         *
         *     Scope: `classification:write`.
         */
        post: operations["createRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a rule or archive it
         * @description Scope: `classification:write`.
         */
        patch: operations["updateRule"];
        trace?: never;
    };
    "/v1/contacts/{id}/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a contact is by rules, matrix, grade and warmth, and why
         * @description Scope: `contacts:read`.
         */
        get: operations["getContactClassification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/overrides/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let a rule speak again where a person had decided otherwise
         * @description Scope: `tags:write`.
         */
        delete: operations["removeRuleOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many people are in each quadrant of the attack/defence matrix
         * @description Who they are: `/v1/contacts?quadrant=`.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getMatrixReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/matrix.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many people are in each quadrant, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getMatrixReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, newest first
         * @description Scope: `contacts:read`.
         */
        get: operations["listContactInteractions"];
        put?: never;
        /**
         * Log what happened, and what comes next
         * @description Scope: `work:write`.
         */
        post: operations["logInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agenda: overdue, today, upcoming
         * @description Scope: `contacts:read`.
         */
        get: operations["listFollowUps"];
        put?: never;
        /**
         * Plan what comes next
         * @description A local time that does not exist moves to the next that does; one that exists twice means the first.
         *
         *     Scope: `work:write`.
         */
        post: operations["createFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One follow-up
         * @description Scope: `contacts:read`.
         */
        get: operations["getFollowUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a follow-up
         * @description Scope: `work:write`.
         */
        patch: operations["updateFollowUp"];
        trace?: never;
    };
    "/v1/follow-ups/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Done, and perhaps the next one
         * @description One that repeats plans the next of its series in the same commit, once: the first that is still to come. `next` is planned besides.
         *
         *     Scope: `work:write`.
         */
        post: operations["completeFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a completion or cancellation
         * @description The next of its series, planned by the completion, is cancelled again where nobody has done it.
         *
         *     Scope: `work:write`.
         */
        post: operations["reopenFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it off
         * @description One that repeats keeps the zone of its series: `due` tells the same instant in it.
         *
         *     Scope: `work:write`.
         */
        post: operations["snoozeFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Not needed any more
         * @description Scope: `work:write`.
         */
        post: operations["cancelFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts handed from one function to another
         * @description A move into a stage that another function owns opens one.
         *
         *     Scope: `contacts:read`.
         */
        get: operations["listHandovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One handover
         * @description Scope: `contacts:read`.
         */
        get: operations["getHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a contact over, and become or name their owner
         * @description Scope: `contacts:write`.
         */
        post: operations["acceptHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline to take a contact over, and say why
         * @description Stage and owner stay as they are.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["declineHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handovers/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an answer back: the handover is open again
         * @description As long as the contact stands in a stage of the function it was handed to. One that is open is answered as it is.
         *
         *     Scope: `contacts:write`.
         */
        post: operations["reopenHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody in the company
         * @description Scope: `team:read`.
         */
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One staff member
         * @description Scope: `team:read`.
         */
        get: operations["getStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a staff member
         * @description Scope: `team:write`.
         */
        patch: operations["updateStaff"];
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A one-time sign-in code
         * @description Works once, for 24 hours. A new code for the same person revokes the old. The code is shown once and never stored.
         *
         *     Scope: `team:write`.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with an invitation code */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New tokens for the refresh token
         * @description The refresh token rotates. The previous one answers the same successor for 30 s; used later, the session ends.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["deleteCurrentSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name, zone, locale and own addresses */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys
         * @description Scope: `keys:write`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The key is in this answer and nowhere else.
         *
         *     Scope: `keys:write`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Scope: `keys:write`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Company settings */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change company settings
         * @description Scope: `settings:write`.
         */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events after a seq
         * @description Keep `next_after` and ask again. It goes past what `types` leaves out; then a page may hold fewer than `limit` though more follow, and the end is where `next_after` moves no further. It goes past what the caller may not see too. A place after the newest event is refused: it is of another log, or of this one before a backup was restored.
         *
         *     Scope: `events:read`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events as they happen, as server-sent events
         * @description Each message has the seq as its `id`, the type as its `event` and an Event as its `data`. Starts after `Last-Event-ID`, else after `after`, else with what happens from now on; coming back with the last id misses nothing and repeats nothing. A comment line is sent when nothing happens for `heartbeat_s`. Read it with fetch: it needs the Authorization header. A caller holds a hundred at most.
         *
         *     Scope: `events:read`.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who wrote what, newest first
         * @description Each write that was decided has one row, kept in the commit of the write itself: done, unchanged, or refused (403, 409, 412, 422). Requests turned away before anything was decided (malformed, not signed in, over the limit, without the scope) and replays have none. Rows hold ids and codes, never words of people, and stay when a person is erased.
         *
         *     Scope: `audit:read`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, latest first
         * @description Scope: `data:import`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a file of people
         * @description The body is the file itself, CSV or one JSON object a line, of any number of rows and up to IMPORT_MAX_BYTES. The answer says what it looks like and proposes a mapping; nothing is imported before it is started.
         *
         *     Scope: `data:import`.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import and how far it is
         * @description Scope: `data:import`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start an import
         * @description What can be told from the headers is refused at once. The worker then reads the whole file before it writes the first row: an ambiguous column of dates or bytes in another encoding end it as `failed` with nothing written. People are never merged: a row is a new person, a person found again by handle and name or by external id, or rejected with who is in the way. An empty cell changes nothing.
         *
         *     Scope: `data:import`.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import; what was written stays
         * @description Scope: `data:import`.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a cancelled or failed import
         * @description Scope: `data:import`.
         */
        post: operations["resumeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Progress as server-sent events
         * @description Each `progress` event holds the import as GET shows it; the last one is that of its end, and then the stream closes. One of an import that was not started says so in a comment, and waits for the start.
         *
         *     Scope: `data:import`.
         */
        get: operations["watchImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of every row
         * @description One line a row, in order, with reason codes; the last line holds the count.
         *
         *     Scope: `data:import`.
         */
        get: operations["exportImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of every row, as CSV
         * @description The last row holds `#end` and the count.
         *
         *     Scope: `data:import`.
         */
        get: operations["exportImportRowsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks, and how far each has come
         * @description Scope: `webhooks:write`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have events sent to an address
         * @description Messages are signed by Standard Webhooks with the secret in this answer, which is shown nowhere else. Each event is sent at least once, in order per webhook, with its id as `webhook-id`; its body is a WebhookMessage. It has arrived when the receiver says 2xx within 15 s. What fails is tried again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, up to a fifth later and not before a `Retry-After` of up to a day has passed, and everything after it waits; then the webhook is switched off and says why. A receiver that says 410 is switched off at once. Redirects are not followed.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description Scope: `webhooks:write`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Remove a webhook and its log
         * @description Scope: `webhooks:write`.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook (merge-patch)
         * @description Switched on again, it goes on where it stopped. To go on elsewhere, replay from a seq. With another address or other types a failing webhook tries at once. A message under way is not called back.
         *
         *     Scope: `webhooks:write`.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret
         * @description Messages carry both signatures until the old secret runs out, so no receiver misses one. Only the last secret is kept so: replaced twice, the first is no longer valid.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one message of type webhook.test
         * @description Tried once, also while the webhook is switched off, besides the line. Its body is a WebhookMessage with the seq 0 and the id of the delivery. Read the delivery to see how it went.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on after a seq
         * @description Back, to send again what was sent (with the same `webhook-id`, so receivers can tell); forward, to skip. A failing webhook tries at once.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent, newest first
         * @description Kept for 30 days. Without the messages themselves: the event log has what they said.
         *
         *     Scope: `webhooks:write`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery
         * @description Scope: `webhooks:write`.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one message again
         * @description Besides the line, also while the webhook is switched off: it does not wait for what is failing, and holds nothing up. It is tried again like an event; when all tries failed, or the receiver says 410, the webhook stays as it is.
         *
         *     Scope: `webhooks:write`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many came in and how far each got
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getFunnelReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/funnel.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many came in and how far each got, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getFunnelReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/time-in-stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long people stay in each stage, those still there included
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getTimeInStageReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/time-in-stage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long people stay in each stage, those still there included, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getTimeInStageReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in each pool, and what flows in and out
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getPoolsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/pools.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in each pool, and what flows in and out, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getPoolsReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why people were closed, and how many came back
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getReasonsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reasons.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why people were closed, and how many came back, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getReasonsReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/validity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many leads are worth the name, by source and week
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getValidityReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/validity.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many leads are worth the name, by source and week, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getValidityReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who gets from one stage to another, by owner, source, channel or week
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getConversionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/conversion.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who gets from one stage to another, by owner, source, channel or week, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getConversionReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversion by week or month of entry and age
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getCohortsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/cohorts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversion by week or month of entry and age, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getCohortsReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is really worked with: seven shares, and next steps by owner
         * @description Names its method, n, parameters and the ledger seq it stands on; the same parameters on the same ledger give the same figures. `Accept: text/csv`, or the address with `.csv`, gives the same rows as CSV.
         *
         *     Scope: `reports:read`.
         */
        get: operations["getCoverageReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/coverage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is really worked with: seven shares, and next steps by owner, as CSV
         * @description Scope: `reports:read`.
         */
        get: operations["getCoverageReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/contacts.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All people, one JSON object a line
         * @description The last line is `{"end": true, "count": n}`: without it the export was cut off. Nobody waits for an export, and it waits for nobody: who is added while it runs may be in it, who was there before is.
         *
         *     Scope: `data:export`.
         */
        get: operations["exportContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/contacts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All people as CSV
         * @description The first cell of the last row is `#end`, the second the count: without it the export was cut off. Text that a spreadsheet would run (it begins with = + - @) stands behind one apostrophe, which an import takes away again.
         *
         *     Scope: `data:export`.
         */
        get: operations["exportContactsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/transitions.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole ledger, one row a line
         * @description The last line is `{"end": true, "count": n}`: without it the export was cut off. Nobody waits for an export, and it waits for nobody: who is added while it runs may be in it, who was there before is.
         *
         *     Scope: `data:export`.
         */
        get: operations["exportTransitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/transitions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole ledger as CSV
         * @description The first cell of the last row is `#end`, the second the count: without it the export was cut off. Text that a spreadsheet would run (it begins with = + - @) stands behind one apostrophe, which an import takes away again.
         *
         *     Scope: `data:export`.
         */
        get: operations["exportTransitionsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the service up */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An event, as the feed tells it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same each time this message is sent. */
                    "webhook-id": string;
                    /** @description Seconds since 1970 of this attempt. */
                    "webhook-timestamp": string;
                    /** @description One or more of `v1,` and a base64 HMAC-SHA256. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookMessage"];
                };
            };
            responses: {
                /** @description Never again: the webhook is switched off */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not accepted: it is sent again later */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        WebhookMessage: {
            /** @description Place in the one order; grows by one. */
            seq: number;
            id: string;
            /** @description See /events. More types may come. */
            type: string;
            /** @description The person it is about. */
            contact_id: string | null;
            actor: components["schemas"]["Actor"] & {
                client_id: string | null;
            };
            data: {
                [key: string]: unknown;
            };
            previous: {
                [key: string]: unknown;
            } | null;
            /** @description What was written together has the same. */
            batch_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            timestamp: string;
        };
        Actor: {
            kind: string;
            id: string;
        };
        ImportRowLine: components["schemas"]["ImportRow"] | {
            /** @enum {boolean} */
            end: true;
            count: number;
        };
        ImportRow: {
            /** @description From 1; the header is none. */
            row: number;
            /** @description created, updated, unchanged or rejected. */
            outcome: string;
            /** @description The person it is about. */
            contact_id: string | null;
            /** @description Why it was rejected. */
            reasons: {
                /** @description Such as cells-missing, cells-extra, cell-too-long, json-malformed, name-or-handle-needed, date-malformed, duplicate-in-file, handle-taken, handles-of-several, name-differs, contact-archived, contact-unknown, owner-unknown, tag-unknown, tags-conflict, field-invalid, field-unknown, lifecycle-unknown, stage-unknown, stage-missing; more may come. */
                code: string;
                column: string | null;
                /** @description The earlier row of this file that holds the handle. */
                row: number | null;
                /** @description The contact that holds the handle. */
                contact_id: string | null;
                /** @description The tag it is about, as the file writes it. */
                tag: string | null;
            }[];
            /** @description What was done otherwise than the row says, though it was taken. */
            notices: {
                /** @description Such as tag-left-out, tag-created; more may come. */
                code: string;
                column: string | null;
                /** @description The tag it is about, as the file writes it. */
                tag: string | null;
            }[];
        };
        ContactLine: components["schemas"]["Contact"] | {
            /** @enum {boolean} */
            end: true;
            count: number;
        };
        Contact: {
            /** @example con_01jd3v6m9x2k4n8p5r7t1w3y5z */
            id: string;
            display_name: string;
            company: string | null;
            /** @description The colleague who looks after them; null where nobody does. */
            owner_id: string | null;
            source: string | null;
            origin: components["schemas"]["ContactOrigin"];
            stages: components["schemas"]["StagePosition"][];
            tags: string[];
            identities: components["schemas"]["Identity"][];
            fields: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When something last happened with them.
             * @example 2026-11-21T08:00:00.000Z
             */
            last_touch_at: string | null;
            /**
             * Format: date-time
             * @description When the next open follow-up is due.
             * @example 2026-11-21T08:00:00.000Z
             */
            next_follow_up_at: string | null;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             * @example 2026-11-21T08:00:00.000Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When it was put away; null while in use.
             * @example 2026-11-21T08:00:00.000Z
             */
            archived_at: string | null;
        };
        /** @description The first touch. What is known of it never changes. */
        ContactOrigin: {
            source: string | null;
            /** @description public, other or private; more may come. */
            domain: string | null;
            /** @description The contact who recommended us. */
            referrer_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            at: string;
        };
        StagePosition: {
            /** @description Key of a lifecycle. */
            lifecycle: string;
            /** @description Key of a stage within its lifecycle. */
            stage: string;
            /** @description traffic, lead, asset or capital; more may come. */
            pool: string;
            /**
             * Format: date-time
             * @description Since when they are there.
             * @example 2026-11-21T08:00:00.000Z
             */
            entered_at: string;
            /** @description Closed in this stage: nothing more is done there, until reopened or moved. */
            closed: {
                outcome: string;
                reason: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                at: string;
            } | null;
        };
        Identity: {
            id: string;
            /** @description Key of a channel. */
            channel: string;
            /** @description What tells apart places within a channel; empty where there is one. */
            scope: string;
            /** @description The address on the channel, in its normal form. */
            handle: string;
            /** @description The address as it was first written. */
            display: string;
            /** @description Used by several people, so it never says who somebody is. */
            shared: boolean;
        };
        TransitionLine: components["schemas"]["Transition"] | {
            /** @enum {boolean} */
            end: true;
            count: number;
        };
        Transition: {
            id: string;
            /** @description Company-wide order of recording, gapless. */
            seq: number;
            /** @description The person it is about. */
            contact_id: string;
            /** @description Key of a lifecycle. */
            lifecycle: string;
            /** @description The version of the lifecycle that was in force. */
            lifecycle_version: number;
            from: string | null;
            to: string | null;
            /** @description enter, forward, backward, skip or re-entry; more values may come. */
            direction: string;
            /**
             * Format: date-time
             * @description When it took effect, which may be before it was recorded.
             * @example 2026-11-21T08:00:00.000Z
             */
            effective_at: string;
            /**
             * Format: date-time
             * @description When the house learned of it.
             * @example 2026-11-21T08:00:00.000Z
             */
            recorded_at: string;
            actor: components["schemas"]["Actor"];
            source: string;
            reason: string | null;
            note: string | null;
            /** @description Id of the row that this one takes back. */
            voids: string | null;
            /** @description What was written together has the same. */
            batch_id: string | null;
            /** @description Id of the row that gave rise to it. */
            derived_from: string | null;
            /** @description Seconds in the stage before, as known when it was recorded; null on entering. */
            time_in_previous_s: number | null;
            /** @description Null for a move. lost, disqualified or churned: closed in the stage named; open: opened again. */
            outcome: string | null;
        };
        ContactListPage: {
            data: components["schemas"]["Contact"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
            /** @description With `outreach`, on the first page, without `q`: how many who fit otherwise are closed, and how many are in a stage that may not be approached so. Null elsewhere. */
            left_out: {
                closed: number;
                /** @description Key of a stage within its lifecycle. */
                stage: number;
            } | null;
        };
        /** @description RFC 9457. `code` is the contract; text is for people. Some problems carry members of their own, named at /problems. */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description For people; may change. */
            detail: string;
            /**
             * @description One of /problems; more may come.
             * @example bad-json
             * @example unauthenticated
             * @example session-revoked
             * @example staff-deactivated
             * @example invitation-invalid
             * @example invitation-used
             * @example invitation-expired
             * @example forbidden
             * @example not-found
             * @example method-not-allowed
             * @example contact-erased
             * @example contact-merged
             * @example merge-reverted
             * @example merge-not-last
             * @example webhooks-full
             * @example tags-full
             * @example conflict
             * @example already-exists
             * @example handle-taken
             * @example match-ambiguous
             * @example stage-changed
             * @example context-mismatch
             * @example secret-not-repeatable
             * @example stage-retired
             * @example draft-missing
             * @example draft-outdated
             * @example draft-unchanged
             * @example publication-running
             * @example follow-up-closed
             * @example handover-closed
             * @example contact-archived
             * @example import-state
             * @example import-file-gone
             * @example last-owner
             * @example undo-not-yours
             * @example undo-too-late
             * @example undo-not-last
             * @example undo-already
             * @example undo-first-row
             * @example version-mismatch
             * @example body-too-large
             * @example unsupported-media-type
             * @example validation-failed
             * @example field-unknown
             * @example parameter-unknown
             * @example field-required
             * @example field-invalid
             * @example value-unfit
             * @example text-too-long
             * @example text-malformed
             * @example limit-out-of-range
             * @example cursor-invalid
             * @example time-malformed
             * @example local-time-malformed
             * @example zone-unknown
             * @example channel-unknown
             * @example handle-malformed
             * @example handle-too-long
             * @example phone-region-needed
             * @example handles-or-hints-needed
             * @example variable-unknown
             * @example brace-unbalanced
             * @example lifecycle-unknown
             * @example stages-missing
             * @example stage-repeated
             * @example stage-mapping-needed
             * @example stage-mapping-unfit
             * @example criterion-repeated
             * @example stage-unknown
             * @example move-not-allowed
             * @example criteria-unmet
             * @example reason-required
             * @example reason-unknown
             * @example reason-unfit
             * @example reason-note-required
             * @example close-not-allowed
             * @example effective-too-early
             * @example effective-in-future
             * @example tag-unknown
             * @example tag-group-unknown
             * @example tags-too-many
             * @example tags-conflict
             * @example import-refused
             * @example batch-refused
             * @example staff-unknown
             * @example contact-unknown
             * @example event-type-unknown
             * @example webhook-address-refused
             * @example scope-unknown
             * @example idempotency-key-reused
             * @example idempotency-key-malformed
             * @example precondition-required
             * @example rate-limited
             * @example internal
             * @example busy
             * @example storage-full
             */
            code: string;
            /** @description Every fault of the request, each with where and what. */
            errors: {
                /** @description JSON pointer into the body, `?name` for a query parameter, `{name}` for one of the path, else a header. */
                pointer: string;
                /** @description For programs; stays. */
                code: string;
                /** @description For people; may change. */
                detail: string;
            }[];
            /** @description Names this answer in the server’s log. */
            request_id: string;
        } & {
            [key: string]: unknown;
        };
        ContactCreate: {
            display_name: string;
            identities?: components["schemas"]["IdentityIn"][];
            company?: string | null;
            /** @description The colleague who looks after them; null where nobody does. */
            owner_id?: string | null;
            source?: string | null;
            origin?: components["schemas"]["ContactOriginIn"];
            tags?: string[];
            fields?: {
                [key: string]: string | number | boolean;
            };
            stages?: {
                [key: string]: string;
            };
            context?: components["schemas"]["Context"];
        };
        IdentityIn: {
            /**
             * @description Key of a channel.
             * @example email
             */
            channel: string;
            /** @description What tells apart places within a channel; empty where there is one. */
            scope?: string;
            /** @description The address on the channel, in its normal form. */
            handle: string;
            /** @description The address as it was first written. */
            display?: string;
            /** @description Used by several people, so it never says who somebody is. */
            shared?: boolean;
        };
        /** @description What is known of the first touch; once told it stays. */
        ContactOriginIn: {
            /**
             * @description Met where everybody is, at somebody else’s, or at our own.
             * @enum {string}
             */
            domain?: "public" | "other" | "private";
            /** @description The contact who recommended us. */
            referrer_id?: string;
        };
        /** @description The conversation a write was made in. Where the handle is somebody else’s, the write is refused. */
        Context: {
            /**
             * @description Key of a channel.
             * @example email
             */
            channel: string;
            /** @description What tells apart places within a channel; empty where there is one. */
            scope?: string;
            /** @description The name of the conversation within the channel. */
            conversation_key?: string;
            /** @description The address on the channel, in its normal form. */
            handle?: string;
        };
        Resolution: {
            /** @description exact, candidates, restricted or none; more values may come. */
            match: string;
            contact: components["schemas"]["Contact"] | null;
            candidates: {
                contact: components["schemas"]["Contact"];
                /** Format: double */
                score: number;
                reasons: string[];
            }[];
            /** @description For restricted: whose customer this is. */
            owner_name: string | null;
        };
        ResolveIn: {
            handles?: {
                /**
                 * @description Key of a channel.
                 * @example email
                 */
                channel: string;
                /** @description What tells apart places within a channel; empty where there is one. */
                scope?: string;
                /** @description The address on the channel, in its normal form. */
                handle: string;
            }[];
            hints?: {
                display_name?: string;
            };
            conversation?: {
                /**
                 * @description Key of a channel.
                 * @example email
                 */
                channel: string;
                /** @description What tells apart places within a channel; empty where there is one. */
                scope?: string;
                /** @description The name of the conversation within the channel. */
                conversation_key: string;
            };
        };
        ContactPatch: {
            display_name?: string;
            company?: string | null;
            /** @description The colleague who looks after them; null where nobody does. */
            owner_id?: string | null;
            source?: string | null;
            origin?: components["schemas"]["ContactOriginIn"];
            fields?: {
                [key: string]: string | number | boolean | null;
            } | null;
            context?: components["schemas"]["Context"];
        };
        ContactPage: {
            data: components["schemas"]["Contact"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        ContactSearch: {
            /** @description As in the list of contacts. */
            q?: string;
            filter?: components["schemas"]["ContactFilter"];
            archived?: boolean;
            /**
             * @description As in the list of contacts.
             * @enum {string}
             */
            sort?: "relevance" | "-created_at" | "created_at" | "-updated_at" | "updated_at" | "display_name" | "-display_name" | "last_touch_at" | "-last_touch_at" | "next_follow_up_at" | "-next_follow_up_at";
            /** @description 50 without it. */
            limit?: number;
            cursor?: string;
        };
        /** @description Conditions, joined by `all`, `any` or `not` (none of them): at most 5 levels and 50 conditions. Fields: display_name, company, source, text (names, companies and handles), owner (`me`, `none`), tag, stage and outcome (of `lifecycle`, the default one if left out; outcome is how they were closed where they stand), health (as last judged), domain and referrer (of the first touch), channel, handle, created_at, updated_at, last_touch_at, next_follow_up_at, and `fields.<name>`. `ne` and `not_in` hold for people without a value too; `exists` takes true or false. `eq` and `in` compare texts as they are, `contains` and `starts_with` letters in either case. */
        ContactFilter: components["schemas"]["ContactFilterAll"] | components["schemas"]["ContactFilterAny"] | components["schemas"]["ContactFilterNot"] | components["schemas"]["ContactFilterCondition"];
        ContactFilterAll: {
            all: components["schemas"]["ContactFilter"][];
        };
        ContactFilterAny: {
            any: components["schemas"]["ContactFilter"][];
        };
        ContactFilterNot: {
            not: components["schemas"]["ContactFilter"][];
        };
        ContactFilterCondition: {
            /** @example stage */
            field: string;
            /** @enum {string} */
            op: "eq" | "ne" | "in" | "not_in" | "lt" | "lte" | "gt" | "gte" | "contains" | "starts_with" | "exists";
            value: string | number | boolean | (string | number | boolean)[];
            /** @description Key of a lifecycle. */
            lifecycle?: string;
        };
        Batch: {
            /** @description On every ledger row and event it made; null in a dry run. */
            batch_id: string | null;
            mode: string;
            /** @description Nothing was stored, and this is what would have been. */
            dry_run: boolean;
            counts: {
                created: number;
                updated: number;
                unchanged: number;
                refused: number;
            };
            /** @description One per item, in the order sent. */
            results: components["schemas"]["BatchResult"][];
        };
        BatchResult: {
            index: number;
            /** @description The status the item would have had alone. */
            status: number;
            /** @description created, updated, unchanged or refused; more values may come. */
            outcome: string;
            /** @description The person it is about. */
            contact_id: string | null;
            /** @description Grows with every change; the ETag is made of it. */
            version: number | null;
            transition_id?: string | null;
            tags?: {
                added: string[];
                removed: string[];
                unchanged: string[];
            };
            problem: components["schemas"]["ItemProblem"] | null;
        };
        /** @description Why an item was refused, as it would be alone. */
        ItemProblem: {
            type: string;
            title: string;
            status: number;
            /** @description For people; may change. */
            detail: string;
            /** @description For programs; stays. */
            code: string;
            /** @description Every fault of the request, each with where and what. */
            errors: {
                /** @description JSON pointer into the body, `?name` for a query parameter, `{name}` for one of the path, else a header. */
                pointer: string;
                /** @description For programs; stays. */
                code: string;
                /** @description For people; may change. */
                detail: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        ContactsBatch: {
            /**
             * @description atomic: every item or none. each: what is allowed is done, what is refused says why, also where it is not shaped as an item should be.
             * @enum {string}
             */
            mode: "atomic" | "each";
            items: components["schemas"]["ContactUpsert"][];
        };
        ContactUpsert: {
            identities: components["schemas"]["IdentityIn"][];
            /** @description Needed where the person is new. */
            display_name?: string;
            company?: string | null;
            /** @description The colleague who looks after them; null where nobody does. */
            owner_id?: string | null;
            source?: string | null;
            origin?: components["schemas"]["ContactOriginIn"];
            /** @description Added to those the person has. */
            tags?: string[];
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description Where a new person begins. Somebody known who stands elsewhere is refused: move them. */
            stages?: {
                [key: string]: string;
            };
        };
        TagsBatch: {
            /**
             * @description atomic: every item or none. each: what is allowed is done, what is refused says why, also where it is not shaped as an item should be.
             * @enum {string}
             */
            mode: "atomic" | "each";
            items: components["schemas"]["TagChangeItem"][];
        };
        TagChangeItem: {
            /** @description The person it is about. */
            contact_id: string;
            add?: string[];
            remove?: string[];
            /** @description Why, where a rule sets these tags and a person says otherwise. */
            reason?: string;
            context?: components["schemas"]["Context"];
        };
        MovesBatch: {
            /**
             * @description atomic: every item or none. each: what is allowed is done, what is refused says why, also where it is not shaped as an item should be.
             * @enum {string}
             */
            mode: "atomic" | "each";
            items: components["schemas"]["MoveItem"][];
        };
        MoveItem: {
            /** @description The person it is about. */
            contact_id: string;
            to: string;
            /** @description Key of a lifecycle. */
            lifecycle?: string;
            expect?: {
                from: string | null;
            };
            reason?: components["schemas"]["ReasonGiven"];
            /**
             * Format: date-time
             * @description When it took effect, which may be before it was recorded.
             */
            effective_at?: string;
            evidence?: {
                [key: string]: boolean | string;
            };
            context?: components["schemas"]["Context"];
        };
        ReasonGiven: {
            /** @description For programs; stays. */
            code: string;
            note?: string;
        };
        OwnersBatch: {
            /**
             * @description atomic: every item or none. each: what is allowed is done, what is refused says why, also where it is not shaped as an item should be.
             * @enum {string}
             */
            mode: "atomic" | "each";
            items: components["schemas"]["OwnerItem"][];
        };
        OwnerItem: {
            /** @description The person it is about. */
            contact_id: string;
            /** @description The colleague who looks after them; null where nobody does. */
            owner_id: string | null;
            context?: components["schemas"]["Context"];
        };
        Card: {
            contact: components["schemas"]["Contact"];
            owner: {
                id: string;
                name: string;
            } | null;
            lifecycles: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                labels: components["schemas"]["Localized"];
                stages: {
                    key: string;
                    labels: components["schemas"]["Localized"];
                    short: components["schemas"]["Localized"];
                    /** @description traffic, lead, asset or capital; more may come. */
                    pool: string;
                    owner: string;
                    outreach: string;
                    /** Format: double */
                    usual_days: number | null;
                    terminal: string | null;
                    criteria: {
                        key: string;
                        labels: components["schemas"]["Localized"];
                        check: string;
                        any_of: string | null;
                        met: boolean;
                    }[];
                    goal: components["schemas"]["Localized"];
                    do: components["schemas"]["Localized"];
                    dont: components["schemas"]["Localized"];
                    kpi: components["schemas"]["Localized"] | null;
                }[];
            }[];
            moves: {
                /** @description Key of a lifecycle. */
                lifecycle: string;
                data: components["schemas"]["Move"][];
            }[];
            reasons: components["schemas"]["Reason"][];
            tag_groups: components["schemas"]["TagGroup"][];
            follow_ups: components["schemas"]["FollowUp"][];
            /** @description Open ones: the function that owns the stage has not answered yet. */
            handovers: components["schemas"]["Handover"][];
            timeline: components["schemas"]["TimelineItem"][];
            cadence: components["schemas"]["Cadence"] | null;
            temperature: components["schemas"]["Temperature"];
            proposals: components["schemas"]["MoveProposal"][];
            quadrant: string | null;
            health: components["schemas"]["ContactHealth"] | null;
            /** @description Who is likely the same person, a few; empty in the card of a refused move. */
            duplicates: components["schemas"]["DuplicateCandidate"][];
            undo: {
                transition_id: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                until: string;
            } | null;
            me: {
                id: string;
                name: string;
                role: string | null;
                /** @description An IANA time zone, such as Asia/Shanghai. */
                zone: string;
                locale: string;
            };
        };
        Localized: {
            /** @description In English. */
            en: string;
            /** @description In Chinese. */
            "zh-CN": string;
        };
        Move: {
            /** @description Key of a stage within its lifecycle. */
            stage: string;
            /** @description Whether the move would be taken. */
            allowed: boolean;
            /** @description Which way; more may come. */
            direction: string | null;
            /** @description This move is refused without a reason. */
            needs_reason: boolean;
            /** @description Criteria of the stage that nothing speaks for yet. */
            unmet_criteria: string[];
            /** @description What speaks against it without forbidding it. */
            warnings: string[];
            effects: components["schemas"]["MoveEffect"][];
        };
        MoveEffect: {
            kind: string;
            from: string | null;
            to: string | null;
        };
        Reason: {
            /** @description For programs; stays. */
            code: string;
            kinds: string[];
            labels: components["schemas"]["Localized"];
            needs_note: boolean;
        };
        TagGroup: {
            key: string;
            mode: string;
            labels: components["schemas"]["Localized"];
            tags: {
                key: string;
                labels: components["schemas"]["Localized"];
            }[];
        };
        FollowUp: {
            id: string;
            /** @description The person it is about. */
            contact_id: string;
            contact_name: string;
            title: string;
            due: {
                /** @description The time as clocks in that zone show it, without an offset. */
                local: string;
                /** @description An IANA time zone, such as Asia/Shanghai. */
                zone: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                at: string;
            };
            bucket: string;
            repeat: {
                unit: string;
                interval: number;
                day: number | null;
                until: string | null;
            } | null;
            /** @description The one of the series before it. */
            follows_id: string | null;
            /** @description The colleague whose it is to do. */
            assignee_id: string | null;
            kind: string | null;
            note: string | null;
            status: string;
            outcome: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            completed_at: string | null;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
        };
        Handover: {
            id: string;
            /** @description The person it is about. */
            contact_id: string;
            contact_name: string;
            /** @description Key of a lifecycle. */
            lifecycle: string;
            /** @description The ledger row that opened it. */
            transition_id: string;
            /** @description The function that owned the stage before: marketing, sales or service. */
            from_function: string;
            /** @description The function that owns the stage now. */
            to_function: string;
            /** @description open, accepted, declined, or withdrawn: the contact moved on, or the move was taken back. */
            status: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            opened_at: string;
            opened_by: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            decided_at: string | null;
            decided_by: components["schemas"]["Actor"] | null;
            /** @description Why it was declined. */
            note: string | null;
        };
        TimelineItem: {
            id: string;
            /** @description stage, handover, interaction, follow_up, tags, identity, contact; more may come. */
            kind: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            at: string;
            actor: {
                kind: string;
                id: string;
                name: string;
            };
            type: string;
            transition?: components["schemas"]["Transition"];
            voided?: boolean;
            interaction?: components["schemas"]["Interaction"];
            follow_up?: components["schemas"]["FollowUp"];
            handover?: {
                id: string;
                /** @description Key of a lifecycle. */
                lifecycle: string;
                from_function: string;
                to_function: string;
                /** @description Why it was declined. */
                note: string | null;
            };
            change?: string;
            added?: string[];
            removed?: string[];
            /** @description Of an identity: the channel it is on. */
            channel?: string;
            /** @description Of a merge or its reversal: which one. */
            merge_id?: string;
            /** @description Of a changed contact: which of its fields. */
            fields?: string[];
            /** @description Of a contact given to somebody else: whose they were and whose they are. */
            owner?: {
                from: {
                    id: string;
                    name: string;
                } | null;
                to: {
                    id: string;
                    name: string;
                } | null;
            };
        };
        Interaction: {
            id: string;
            /** @description The person it is about. */
            contact_id: string;
            kind: string;
            /** @description Which way; more may come. */
            direction: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            occurred_at: string;
            summary: string;
            /** @description Key of a channel. */
            channel: string | null;
            purpose: string | null;
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
        };
        /** @description How often somebody of this grade is to be heard of, and when next. */
        Cadence: {
            tag: string;
            /** Format: double */
            days: number;
            /**
             * Format: date-time
             * @description When it is due.
             * @example 2026-11-21T08:00:00.000Z
             */
            due_at: string;
        };
        Temperature: {
            /** Format: double */
            degrees: number;
            /** Format: double */
            boiling_point: number;
            boiling: boolean;
        };
        MoveProposal: {
            /** @description Key of a lifecycle. */
            lifecycle: string;
            to: string;
            /** @description boiling-point; more may come. A proposal is never carried out by itself. */
            because: string;
        };
        /** @description As of this moment; null for somebody closed. */
        ContactHealth: {
            /** @description well, at_risk, dormant or negative_value; more values may come. */
            state: string;
            fired: components["schemas"]["HealthFired"][];
        };
        HealthFired: {
            rule: string;
            state: string;
            figures: {
                [key: string]: number;
            };
        };
        DuplicateCandidate: {
            contact: {
                id: string;
                display_name: string;
                company: string | null;
            };
            /** @description weak, likely or strong. */
            strength: string;
            reasons: components["schemas"]["DuplicateReason"][];
        };
        DuplicateReason: {
            /** @description same-phone, same-email, same-external-id, same-handle, same-email-name, same-name-and-company, transposed-name-and-company, shared-handle; more may come. */
            code: string;
            /** @description Where the value was read, in the order of `contacts`: a channel, or `name` (with the company). */
            kinds: string[];
        };
        TimelinePage: {
            data: components["schemas"]["TimelineItem"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        Identities: {
            data: components["schemas"]["Identity"][];
        };
        IdentityAdded: {
            /** @description Whether anything was stored. */
            changed: boolean;
            identity: components["schemas"]["Identity"];
            contact: components["schemas"]["Contact"];
        };
        IdentityAdd: {
            /**
             * @description Key of a channel.
             * @example email
             */
            channel: string;
            /** @description What tells apart places within a channel; empty where there is one. */
            scope?: string;
            /** @description The address on the channel, in its normal form. */
            handle: string;
            /** @description The address as it was first written. */
            display?: string;
            /** @description Used by several people, so it never says who somebody is. */
            shared?: boolean;
            context?: components["schemas"]["Context"];
        };
        IdentityPatch: {
            /** @description The address as it was first written. */
            display?: string;
            /** @description Used by several people, so it never says who somebody is. */
            shared?: boolean;
            context?: components["schemas"]["Context"];
        };
        DuplicatePage: {
            data: components["schemas"]["Duplicate"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
            /** @description False while people who were just changed are still being compared, as after a large import. */
            complete: boolean;
        };
        Duplicate: {
            contacts: components["schemas"]["Contact"][];
            /** @description weak, likely or strong. */
            strength: string;
            reasons: components["schemas"]["DuplicateReason"][];
        };
        NotDuplicatePage: {
            data: components["schemas"]["NotDuplicate"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        NotDuplicate: {
            id: string;
            contact_ids: string[];
            created_by: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
        };
        NotDuplicateCreate: {
            contact_ids: string[];
            context?: components["schemas"]["Context"];
        };
        MergeDryRun: {
            /**
             * @description Nothing was stored, and this is what would have been.
             * @enum {boolean}
             */
            dry_run: true;
            merge: components["schemas"]["Merge"];
            contact: components["schemas"]["Contact"];
        };
        Merge: {
            id: string;
            survivor_id: string;
            loser_id: string;
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            merged_at: string;
            reverted_by: components["schemas"]["Actor"] | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            reverted_at: string | null;
            /** @description How many identities, tags, interactions, follow_ups and more went along. */
            moved: {
                [key: string]: number;
            };
        };
        Merged: {
            merge: components["schemas"]["Merge"];
            contact: components["schemas"]["Contact"];
        };
        MergeCreate: {
            survivor_id: string;
            loser_id: string;
            /** @description Values to take from the loser; the survivor keeps its own and is only given what it lacks. */
            take?: ("display_name" | "company" | "owner_id" | "source")[];
            /** @description `{lifecycle: stage}`, one of the stages the two are in; the survivor’s own unless told. */
            stages?: {
                [key: string]: string;
            };
            context?: components["schemas"]["Context"];
        };
        MergePage: {
            data: components["schemas"]["Merge"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        ConversationLinks: {
            data: components["schemas"]["ConversationLink"][];
        };
        ConversationLink: {
            id: string;
            /** @description Key of a channel. */
            channel: string;
            /** @description What tells apart places within a channel; empty where there is one. */
            scope: string;
            /** @description The name of the conversation within the channel. */
            conversation_key: string;
            /** @description The person it is about. */
            contact_id: string;
            verdict: string;
            created_by: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
        };
        ConversationLinkCreate: {
            /**
             * @description Key of a channel.
             * @example email
             */
            channel: string;
            /** @description What tells apart places within a channel; empty where there is one. */
            scope?: string;
            /** @description The name of the conversation within the channel. */
            conversation_key: string;
            /** @description The person it is about. */
            contact_id: string;
            /** @enum {string} */
            verdict?: "linked" | "not_this_person";
        };
        Lifecycles: {
            data: components["schemas"]["Lifecycle"][];
        };
        Lifecycle: {
            key: string;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            is_default: boolean;
            labels: components["schemas"]["Localized"];
            stages: components["schemas"]["Stage"][];
            /** @description Stages of earlier versions that old rows still name, and where their people went. */
            retired: {
                key: string;
                labels: components["schemas"]["Localized"];
                into: string;
            }[];
            policy: {
                skip: string;
                backward: string;
                criteria: string;
                only_from: {
                    [key: string]: string[];
                };
                /** @description Where a stage is listed, it may be left only for the stages named. */
                edges: {
                    [key: string]: string[];
                } | null;
                /** @description What a stage says otherwise of moves into it. */
                stages: {
                    [key: string]: {
                        skip?: string;
                        backward?: string;
                        criteria?: string;
                        reason?: string;
                    };
                };
            };
        };
        Stage: {
            key: string;
            labels: components["schemas"]["Localized"];
            short: components["schemas"]["Localized"];
            /** @description traffic, lead, asset or capital; more may come. */
            pool: string;
            owner: string;
            outreach: string;
            /** Format: double */
            usual_days: number | null;
            terminal: string | null;
            criteria: components["schemas"]["Criterion"][];
            goal: components["schemas"]["Localized"];
            do: components["schemas"]["Localized"];
            dont: components["schemas"]["Localized"];
            kpi: components["schemas"]["Localized"] | null;
        };
        Criterion: {
            key: string;
            labels: components["schemas"]["Localized"];
            /** @description has-identity, has-tag, has-interaction, field-at-least or checklist; more may come. */
            check: string;
            any_of: string | null;
            channels?: string[];
            tag?: string;
            interaction?: string;
            field?: string;
            /** Format: double */
            at_least?: number;
        };
        StageCounts: {
            /** @description Key of a lifecycle. */
            lifecycle: string;
            /** @description Everybody in the lifecycle, the closed too; no archived ones. */
            contacts: number;
            /** @description In the order of the way; a retired stage comes last, while somebody is in it. */
            data: {
                /** @description Key of a stage within its lifecycle. */
                stage: string;
                /** @description traffic, lead, asset or capital; more may come. */
                pool: string;
                open: number;
                /** @description Closed where they stand. */
                closed: number;
            }[];
            /** @description Those not closed. */
            pools: {
                /** @description traffic, lead, asset or capital; more may come. */
                pool: string;
                contacts: number;
            }[];
        };
        /** @description A lifecycle of one’s own, from a preset or any other. */
        LifecycleCopy: {
            key: string;
            from: string;
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
        };
        LifecycleVersions: {
            data: {
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                published_at: string;
                lifecycle: components["schemas"]["Lifecycle"];
            }[];
        };
        LifecycleDraft: {
            /** @description Key of a lifecycle. */
            lifecycle: string;
            base_version: number;
            /** @description Of the draft itself; its ETag. */
            version: number;
            /** @description Another version was published since. */
            outdated: boolean;
            changes: {
                /** @description renamed, reordered, added, changed, retired, policy or labels; more may come. */
                kind: string;
                /** @description Key of a stage within its lifecycle. */
                stage: string | null;
                into: string | null;
            }[];
            mapping: {
                [key: string]: string;
            };
            result: components["schemas"]["Lifecycle"];
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When it last changed.
             * @example 2026-11-21T08:00:00.000Z
             */
            updated_at: string;
        };
        LifecycleDraftIn: {
            /** @description The version the draft was made on; 409 where another is in force. */
            base_version?: number;
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /** @description All stages in their new order. One left out is retired; a new key is a new stage. */
            stages: components["schemas"]["StageIn"][];
            policy?: {
                /** @enum {string} */
                skip?: "allow" | "warn" | "forbid";
                /** @enum {string} */
                backward?: "allow" | "reason" | "forbid";
                /** @enum {string} */
                criteria?: "off" | "warn" | "enforce";
                only_from?: {
                    [key: string]: string[];
                };
                edges?: {
                    [key: string]: string[];
                } | null;
                /** @description What a stage says otherwise of moves into it. */
                stages?: {
                    [key: string]: {
                        /** @enum {string} */
                        skip?: "allow" | "warn" | "forbid";
                        /** @enum {string} */
                        backward?: "allow" | "reason" | "forbid";
                        /** @enum {string} */
                        criteria?: "off" | "warn" | "enforce";
                        /** @enum {string} */
                        reason?: "optional" | "required";
                    };
                } | null;
            };
            /** @description Retired stage → the stage its people go to. Merging is retiring one into the other. */
            mapping?: {
                [key: string]: string;
            };
        };
        /** @description Of a stage there is, what is left out stays as it is. */
        StageIn: {
            key: string;
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            short?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /**
             * @description traffic, lead, asset or capital; more may come.
             * @enum {string}
             */
            pool?: "traffic" | "lead" | "asset" | "capital";
            /** @enum {string} */
            owner?: "marketing" | "sales" | "service";
            /** @enum {string} */
            outreach?: "none" | "service" | "marketing";
            usual_days?: number | null;
            /** @enum {string|null} */
            terminal?: "won" | "lost" | "disqualified" | null;
            criteria?: components["schemas"]["CriterionIn"][];
            goal?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            do?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            dont?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            kpi?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            } | null;
        };
        CriterionIn: {
            key: string;
            labels: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /** @enum {string} */
            check: "has-identity" | "has-tag" | "has-interaction" | "field-at-least" | "checklist";
            /** @description Of has-identity. */
            channels?: string[];
            /** @description Of has-tag. */
            tag?: string;
            /** @description Of has-interaction: the kind logged. */
            interaction?: string;
            /** @description Of field-at-least. */
            field?: string;
            /**
             * Format: double
             * @description Of field-at-least: the number that is enough.
             */
            at_least?: number;
            /** @description Criteria that share a name are alternatives. */
            any_of?: string | null;
        };
        LifecycleSimulation: {
            /** @description Key of a lifecycle. */
            lifecycle: string;
            from_version: number;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            changes: {
                /** @description renamed, reordered, added, changed, retired, policy or labels; more may come. */
                kind: string;
                /** @description Key of a stage within its lifecycle. */
                stage: string | null;
                into: string | null;
            }[];
            /** @description Out of each retired stage, into which, and how many people. */
            moves: {
                from: string;
                to: string;
                contacts: number;
            }[];
            contacts_affected: number;
            /** @description Ledger rows: one per person moved. */
            rows: number;
            result: components["schemas"]["Lifecycle"];
        };
        LifecyclePublication: {
            /** @description Also the `batch_id` of the rows and events it writes. */
            id: string;
            /** @description Key of a lifecycle. */
            lifecycle: string;
            from_version: number;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            changes: {
                /** @description renamed, reordered, added, changed, retired, policy or labels; more may come. */
                kind: string;
                /** @description Key of a stage within its lifecycle. */
                stage: string | null;
                into: string | null;
            }[];
            /** @description Out of each retired stage, into which, and how many people. */
            moves: {
                from: string;
                to: string;
                contacts: number;
            }[];
            contacts_affected: number;
            /** @description Ledger rows: one per person moved. */
            rows: number;
            /** @description running or done; more may come. */
            status: string;
            rows_written: number;
            actor: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            published_at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            finished_at: string | null;
        };
        Reasons: {
            data: components["schemas"]["Reason"][];
        };
        ScriptPage: {
            data: components["schemas"]["Script"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        Script: {
            id: string;
            /** @description Key of a lifecycle. */
            lifecycle: string;
            /** @description Key of a stage within its lifecycle. */
            stage: string | null;
            /** @description en or zh-CN; more may come. */
            locale: string;
            title: string;
            text: string;
            /** @description What must be known before it can be used. */
            variables: string[];
            position: number;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             * @example 2026-11-21T08:00:00.000Z
             */
            updated_at: string;
        };
        ScriptCreate: {
            /** @description Key of a lifecycle. */
            lifecycle: string;
            /** @description Null: for any stage of the lifecycle. */
            stage?: string | null;
            /** @enum {string} */
            locale: "en" | "zh-CN";
            title: string;
            /**
             * @description What is sent. Variables: `{name}` the name of the contact; `{company}` the company of the contact; `{stage}` the stage the contact is in, in the language of the script; `{owner}` the name of the staff member who owns the contact; `{me}` the name of the staff member who uses the script; `{today}` the day it is used on, in the language of the script. A brace itself is written twice.
             * @example Hello {name}, {me} here. May I send you the price list?
             */
            text: string;
            position?: number;
        };
        ScriptPatch: {
            /** @description Null: for any stage of the lifecycle. */
            stage?: string | null;
            /** @enum {string} */
            locale?: "en" | "zh-CN";
            title?: string;
            /**
             * @description What is sent. Variables: `{name}` the name of the contact; `{company}` the company of the contact; `{stage}` the stage the contact is in, in the language of the script; `{owner}` the name of the staff member who owns the contact; `{me}` the name of the staff member who uses the script; `{today}` the day it is used on, in the language of the script. A brace itself is written twice.
             * @example Hello {name}, {me} here. May I send you the price list?
             */
            text?: string;
            position?: number;
        };
        Moves: {
            data: components["schemas"]["Move"][];
        };
        MoveDryRun: {
            /**
             * @description Nothing was stored, and this is what would have been.
             * @enum {boolean}
             */
            dry_run: true;
            /** @description Whether anything was stored. */
            changed: boolean;
            transition: {
                /** @description The person it is about. */
                contact_id: string;
                /** @description Key of a lifecycle. */
                lifecycle: string;
                /** @description The version of the lifecycle that was in force. */
                lifecycle_version: number;
                from: string | null;
                to: string | null;
                /** @description enter, forward, backward, skip or re-entry; more values may come. */
                direction: string;
                /**
                 * Format: date-time
                 * @description When it took effect, which may be before it was recorded.
                 * @example 2026-11-21T08:00:00.000Z
                 */
                effective_at: string;
                /**
                 * Format: date-time
                 * @description When the house learned of it.
                 * @example 2026-11-21T08:00:00.000Z
                 */
                recorded_at: string;
                actor: components["schemas"]["Actor"];
                source: string;
                reason: string | null;
                note: string | null;
                /** @description Id of the row that this one takes back. */
                voids: string | null;
                /** @description What was written together has the same. */
                batch_id: string | null;
                /** @description Id of the row that gave rise to it. */
                derived_from: string | null;
                /** @description Seconds in the stage before, as known when it was recorded; null on entering. */
                time_in_previous_s: number | null;
                /** @description Null for a move. lost, disqualified or churned: closed in the stage named; open: opened again. */
                outcome: string | null;
            } | null;
            effects: components["schemas"]["MoveEffect"][];
            /** @description What speaks against it without forbidding it. */
            warnings: string[];
            /** @description Criteria of the stage that nothing speaks for yet. */
            unmet_criteria: string[];
        };
        Unchanged: {
            /**
             * @description Whether anything was stored.
             * @enum {boolean}
             */
            changed: false;
            contact: components["schemas"]["Contact"];
        };
        Moved: {
            /**
             * @description Whether anything was stored.
             * @enum {boolean}
             */
            changed: true;
            transition: components["schemas"]["Transition"];
            contact: components["schemas"]["Contact"];
            /** @description What the move changed, as its dry run said. */
            effects: components["schemas"]["MoveEffect"][];
            /** @description What speaks against it without forbidding it. */
            warnings: string[];
            /** @description Criteria of the stage that nothing speaks for yet. */
            unmet_criteria: string[];
        };
        MoveRequest: {
            to: string;
            /** @description Key of a lifecycle. */
            lifecycle?: string;
            expect?: {
                from: string | null;
            };
            reason?: components["schemas"]["ReasonGiven"];
            /**
             * Format: date-time
             * @description When it took effect, which may be before it was recorded.
             */
            effective_at?: string;
            evidence?: {
                [key: string]: boolean | string;
            };
            context?: components["schemas"]["Context"];
        };
        Closed: {
            /**
             * @description Whether anything was stored.
             * @enum {boolean}
             */
            changed: true;
            transition: components["schemas"]["Transition"];
            contact: components["schemas"]["Contact"];
        };
        CloseRequest: {
            /** @enum {string} */
            outcome: "lost" | "disqualified" | "churned";
            reason: components["schemas"]["ReasonGiven"];
            /** @description Key of a lifecycle. */
            lifecycle?: string;
            expect?: {
                from: string | null;
            };
            /**
             * Format: date-time
             * @description When it took effect, which may be before it was recorded.
             */
            effective_at?: string;
            context?: components["schemas"]["Context"];
        };
        ReopenRequest: {
            reason?: components["schemas"]["ReasonGiven"];
            /** @description Key of a lifecycle. */
            lifecycle?: string;
            /**
             * Format: date-time
             * @description When it took effect, which may be before it was recorded.
             */
            effective_at?: string;
            context?: components["schemas"]["Context"];
        };
        TransitionPage: {
            data: components["schemas"]["Transition"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        Undone: {
            transition: components["schemas"]["Transition"];
            contact: components["schemas"]["Contact"];
        };
        CorrectionRequest: {
            reason: components["schemas"]["ReasonGiven"];
            context?: components["schemas"]["Context"];
        };
        PositionsAsOf: {
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            as_of: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            known_at: string;
            data: {
                /** @description Key of a lifecycle. */
                lifecycle: string;
                /** @description Key of a stage within its lifecycle. */
                stage: string;
                labels: components["schemas"]["Localized"] | null;
                /** @description traffic, lead, asset or capital; more may come. */
                pool: string | null;
                /**
                 * Format: date-time
                 * @description Since when they are there.
                 * @example 2026-11-21T08:00:00.000Z
                 */
                entered_at: string;
                /** @description The row that opened this stay. */
                transition_id: string;
                /** @description The version of the lifecycle that was in force. */
                lifecycle_version: number;
                /** @description Whether the contact was closed there. */
                closed: {
                    outcome: string;
                    reason: string | null;
                    /**
                     * Format: date-time
                     * @example 2026-11-21T08:00:00.000Z
                     */
                    at: string;
                } | null;
            }[];
        };
        TagGroups: {
            data: components["schemas"]["TagGroup"][];
        };
        TagGroupCreate: {
            key: string;
            /** @enum {string} */
            mode: "single" | "multi";
            labels: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
        };
        TagGroupPatch: {
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
        };
        Tags: {
            data: components["schemas"]["Tag"][];
        };
        Tag: {
            key: string;
            group: string | null;
            labels: components["schemas"]["Localized"];
            /**
             * Format: date-time
             * @description Since when it is retired: given to nobody any more, kept by whoever has it.
             * @example 2026-11-21T08:00:00.000Z
             */
            archived_at: string | null;
        };
        TagCreate: {
            key: string;
            group: string;
            labels: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
        };
        TagPatch: {
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /** @description true retires it, false offers it again. */
            archived?: boolean;
        };
        ContactTags: {
            data: string[];
        };
        TagsChanged: {
            added: string[];
            removed: string[];
            unchanged: string[];
            tags: string[];
        };
        TagChange: {
            add?: string[];
            remove?: string[];
            /** @description Why, where a rule sets these tags and a person says otherwise. */
            reason?: string;
            context?: components["schemas"]["Context"];
        };
        Fields: {
            data: components["schemas"]["Field"][];
        };
        Field: {
            key: string;
            /** @description text, number, boolean, date or choice; more may come. */
            type: string;
            labels: components["schemas"]["Localized"];
            choices: {
                key: string;
                labels: components["schemas"]["Localized"];
            }[];
            /**
             * Format: date-time
             * @description When it was put away; null while in use.
             * @example 2026-11-21T08:00:00.000Z
             */
            archived_at: string | null;
        };
        FieldCreate: {
            key: string;
            /** @enum {string} */
            type: "text" | "number" | "boolean" | "date" | "choice";
            labels: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            choices?: {
                key: string;
                labels: {
                    /** @description In English. */
                    en: string;
                    /** @description In Chinese. */
                    "zh-CN": string;
                };
            }[];
        };
        FieldPatch: {
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /** @description Of a choice: all of them anew. */
            choices?: {
                key: string;
                labels: {
                    /** @description In English. */
                    en: string;
                    /** @description In Chinese. */
                    "zh-CN": string;
                };
            }[];
            archived?: boolean;
        };
        Rules: {
            data: components["schemas"]["Rule"][];
            /** @description People are still being judged anew. */
            sweeping: boolean;
        };
        Rule: {
            key: string;
            field: string;
            group: string;
            labels: components["schemas"]["Localized"];
            cases: {
                /** Format: double */
                at_least: number | null;
                /** Format: double */
                below: number | null;
                equals: string | number | boolean | null;
                tag: string;
            }[];
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            /**
             * Format: date-time
             * @description When it was put away; null while in use.
             * @example 2026-11-21T08:00:00.000Z
             */
            archived_at: string | null;
        };
        RuleCreate: {
            key: string;
            field: string;
            group: string;
            labels: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /** @description The first that fits gives the tag. */
            cases: components["schemas"]["RuleCase"][];
        };
        /** @description Fits a value that meets all it names; naming nothing, any value. */
        RuleCase: {
            /** Format: double */
            at_least?: number;
            /** Format: double */
            below?: number;
            equals?: string | number | boolean;
            tag: string;
        };
        RulePatch: {
            labels?: {
                /** @description In English. */
                en: string;
                /** @description In Chinese. */
                "zh-CN": string;
            };
            /** @description The first that fits gives the tag. */
            cases?: components["schemas"]["RuleCase"][];
            archived?: boolean;
        };
        Classification: {
            rules: {
                rule: string;
                labels: components["schemas"]["Localized"];
                field: string;
                value: string | number | boolean | null;
                /** @description Index of the case that fits the value. */
                case: number | null;
                /** @description The tag by the rule. */
                ruled: string | null;
                /** @description The tag that stands. */
                tag: string | null;
                /** @description What a person decided instead, and why. */
                override: {
                    tag: string | null;
                    reason: string | null;
                    actor: components["schemas"]["Actor"];
                    /**
                     * Format: date-time
                     * @example 2026-11-21T08:00:00.000Z
                     */
                    at: string | null;
                } | null;
            }[];
            matrix: {
                quadrant: string;
                /** Format: double */
                x: number;
                /** Format: double */
                y: number;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                since: string | null;
            } | null;
            cadence: components["schemas"]["Cadence"] | null;
            temperature: components["schemas"]["Temperature"];
            proposals: components["schemas"]["MoveProposal"][];
        };
        MatrixReport: {
            /** @description How it was counted, in words. */
            method: string;
            matrix: {
                x_field: string;
                y_field: string;
                /** Format: double */
                x_cut: number;
                /** Format: double */
                y_cut: number;
            } | null;
            /** @description People with both figures. */
            n: number;
            without_figures: number;
            quadrants: {
                quadrant: string;
                labels: components["schemas"]["Localized"];
                contacts: number;
            }[];
            /** @description The cut lines changed and people are still being placed. */
            sweeping: boolean;
        };
        InteractionPage: {
            data: components["schemas"]["Interaction"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        InteractionLogged: components["schemas"]["Interaction"] & {
            follow_up: components["schemas"]["FollowUp"] | null;
        };
        InteractionCreate: {
            /** @enum {string} */
            kind: "note" | "message" | "email" | "call" | "meeting" | "form" | "purchase" | "complaint" | "other";
            /**
             * @description Which way; more may come.
             * @enum {string}
             */
            direction: "inbound" | "outbound" | "none";
            /** Format: date-time */
            occurred_at: string;
            summary: string;
            /**
             * @description Key of a channel.
             * @example email
             */
            channel?: string;
            purpose?: string;
            next?: components["schemas"]["NextStep"];
            context?: components["schemas"]["Context"];
        };
        NextStep: {
            title: string;
            due: {
                /** @description The time as clocks in that zone show it, without an offset. */
                local: string;
                /** @description An IANA time zone, such as Asia/Shanghai. */
                zone: string;
            };
            /** @description The colleague whose it is to do. */
            assignee_id?: string;
            kind?: string;
            note?: string;
            repeat?: components["schemas"]["RepeatIn"];
        };
        /** @description Completing it plans the next one, once: the first of the series that is still to come. */
        RepeatIn: {
            /** @enum {string} */
            unit: "day" | "week" | "month";
            /** @default 1 */
            interval: number;
            /** @description With `month`: the day of the month, where it is not the one it is due on now. 31 is always the last. */
            day?: number;
            /** @description The last day one may be due on, local like `due`. */
            until?: string;
        };
        FollowUpPage: {
            data: components["schemas"]["FollowUp"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        FollowUpCreate: {
            title: string;
            due: {
                /** @description The time as clocks in that zone show it, without an offset. */
                local: string;
                /** @description An IANA time zone, such as Asia/Shanghai. */
                zone: string;
            };
            /** @description The colleague whose it is to do. */
            assignee_id?: string;
            kind?: string;
            note?: string;
            repeat?: components["schemas"]["RepeatIn"];
            /** @description The person it is about. */
            contact_id: string;
            context?: components["schemas"]["Context"];
        };
        FollowUpPatch: {
            title?: string;
            note?: string | null;
            kind?: string | null;
            /** @description The colleague whose it is to do. */
            assignee_id?: string;
            due?: {
                /** @description The time as clocks in that zone show it, without an offset. */
                local: string;
                /** @description An IANA time zone, such as Asia/Shanghai. */
                zone: string;
            };
            /** @description Null ends the series with this one. */
            repeat?: {
                /** @enum {string} */
                unit: "day" | "week" | "month";
                /** @default 1 */
                interval: number;
                /** @description With `month`: the day of the month, where it is not the one it is due on now. 31 is always the last. */
                day?: number;
                /** @description The last day one may be due on, local like `due`. */
                until?: string;
            } | null;
            context?: components["schemas"]["Context"];
        };
        FollowUpComplete: {
            outcome?: string;
            next?: components["schemas"]["NextStep"];
            context?: components["schemas"]["Context"];
        };
        FollowUpSnooze: {
            until: {
                /** @description The time as clocks in that zone show it, without an offset. */
                local: string;
                /** @description An IANA time zone, such as Asia/Shanghai. */
                zone: string;
            };
            context?: components["schemas"]["Context"];
        };
        HandoverPage: {
            data: components["schemas"]["Handover"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        HandoverAnswered: {
            handover: components["schemas"]["Handover"];
            contact: components["schemas"]["Contact"];
        };
        HandoverAccept: {
            /** @description Who looks after the contact from now on; the caller where that is a person, else it stays as it is. */
            owner_id?: string;
            context?: components["schemas"]["Context"];
        };
        HandoverDecline: {
            note: string;
            context?: components["schemas"]["Context"];
        };
        HandoverReopen: {
            /** @description Who looks after the contact again, null for nobody; as it is unless told. */
            owner_id?: string | null;
            context?: components["schemas"]["Context"];
        };
        StaffList: {
            data: components["schemas"]["Staff"][];
        };
        Staff: {
            id: string;
            name: string;
            role: string;
            function: string | null;
            /** @description An IANA time zone, such as Asia/Shanghai. */
            zone: string;
            locale: string;
            active: boolean;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
        };
        StaffPatch: {
            name?: string;
            /** @enum {string} */
            role?: "owner" | "manager" | "rep" | "analyst";
            /** @enum {string|null} */
            function?: "marketing" | "sales" | "service" | null;
            /** @description An IANA time zone, such as Asia/Shanghai. */
            zone?: string;
            /** @enum {string} */
            locale?: "en" | "zh-CN";
            active?: boolean;
        };
        Invitation: {
            id: string;
            /** @description For programs; stays. */
            code: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            expires_at: string;
            staff_id: string;
            role: string;
        };
        InvitationCreate: {
            name?: string;
            /** @enum {string} */
            role?: "owner" | "manager" | "rep" | "analyst";
            staff_id?: string;
        };
        Session: {
            access_token: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            access_expires_at: string;
            refresh_token: string;
            staff: components["schemas"]["Staff"];
        };
        SessionCreate: {
            invitation_code: string;
            device?: string;
        };
        SessionRefresh: {
            refresh_token: string;
        };
        Me: {
            kind: string;
            id: string;
            name: string;
            role: string | null;
            scopes: string[];
            /** @description An IANA time zone, such as Asia/Shanghai. */
            zone: string;
            locale: string;
            addresses: {
                /** @description Key of a channel. */
                channel: string;
                /** @description The address on the channel, in its normal form. */
                handle: string;
            }[];
        };
        MePatch: {
            name?: string;
            /** @description An IANA time zone, such as Asia/Shanghai. */
            zone?: string;
            /** @enum {string} */
            locale?: "en" | "zh-CN";
            addresses?: {
                /**
                 * @description Key of a channel.
                 * @example email
                 */
                channel: string;
                /** @description The address on the channel, in its normal form. */
                handle: string;
            }[];
        };
        Keys: {
            data: components["schemas"]["Key"][];
        };
        Key: {
            id: string;
            name: string;
            hint: string;
            scopes: string[];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            revoked_at: string | null;
        };
        KeyCreated: components["schemas"]["Key"] & {
            key: string;
        };
        KeyCreate: {
            name: string;
            scopes?: string[];
            /** Format: date-time */
            expires_at?: string;
        };
        Settings: {
            company_name: string;
            default_region: string | null;
            /** @description An IANA time zone, such as Asia/Shanghai. */
            zone: string;
            locale: string;
            default_lifecycle: string;
            visibility: string;
            undeclared_fields: string;
            grade_cadence_days: {
                [key: string]: number;
            };
            matrix: {
                x_field: string;
                y_field: string;
                /** Format: double */
                x_cut: number;
                /** Format: double */
                y_cut: number;
            } | null;
            warming: {
                /** Format: double */
                boiling_point: number;
                /** Format: double */
                half_life_days: number;
                points: {
                    [key: string]: number;
                };
            };
            health: {
                dormant_days: number;
                silence_days: number;
                window_days: number;
                /** Format: double */
                purchases_fall_to: number;
                complaints: number;
                value_field: string | null;
                /** Format: double */
                value_below: number;
            };
            civil_hours: {
                from: string;
                to: string;
            };
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
        };
        Events: {
            data: components["schemas"]["Event"][];
            /** @description Ask with it for what comes after these. */
            next_after: number;
        };
        Event: {
            /** @description Place in the one order; grows by one. */
            seq: number;
            id: string;
            /** @description See /events. More types may come. */
            type: string;
            /** @description The person it is about. */
            contact_id: string | null;
            actor: components["schemas"]["Actor"] & {
                client_id: string | null;
            };
            data: {
                [key: string]: unknown;
            };
            previous: {
                [key: string]: unknown;
            } | null;
            /** @description What was written together has the same. */
            batch_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            at: string;
        };
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        AuditEntry: {
            /** @description The Request-Id the request was answered with. */
            id: string;
            /** @description Place in the one order; grows by one. */
            seq: number;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            at: string;
            actor: components["schemas"]["Actor"] & {
                name: string;
            };
            /** @description The device a staff member was signed in on. */
            session_id: string | null;
            /** @description What the client called itself: Sidestage-Client. */
            client_id: string | null;
            operation: string;
            subject: string | null;
            /**
             * @description `unchanged` was taken and changed nothing; `refused` was decided against. More may come.
             * @enum {string}
             */
            outcome: "done" | "unchanged" | "refused";
            status: number;
            /** @description The code of the refusal. */
            problem: string | null;
        };
        Import: {
            id: string;
            /** @description created, checking, running, done, failed or cancelled; more may come. */
            status: string;
            format: string;
            bytes: number;
            sha256: string;
            /** @description Null where it is not plain and must be stated. */
            encoding: string | null;
            delimiter: string;
            headers: string[];
            proposal: {
                mapping: {
                    [key: string]: string;
                };
                system: string | null;
                unmapped: string[];
            };
            options: {
                [key: string]: unknown;
            } | null;
            /** @description How each column of dates is written, as stated or proved. */
            dates: {
                [key: string]: string | null;
            } | null;
            progress: {
                total: number | null;
                read: number;
                created: number;
                updated: number;
                unchanged: number;
                rejected: number;
            };
            /** @description Why it failed, or what already speaks against the file. */
            problem: {
                /** @description For programs; stays. */
                code: string;
                /** @description For people; may change. */
                detail: string;
                /** @description Every fault of the request, each with where and what. */
                errors: components["schemas"]["ImportFault"][];
            } | null;
            /** @description Whether it can still be started or resumed. */
            file_kept: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            finished_at: string | null;
        };
        ImportFault: {
            /** @description For programs; stays. */
            code: string;
            /** @description For people; may change. */
            detail: string;
            column: string | null;
            row: number | null;
        };
        ImportPage: {
            data: components["schemas"]["Import"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        ImportStart: {
            /** @description Header → target; the proposal where left out. Targets: `display_name`, `first_name`, `last_name`, `company`, `owner`, `source`, `tags`, `external_id`, `lifecycle`, `stage`, `stage_at`, `reason`, `identities`, `stages`, `history`, `fields`, `ignore`, `identity:<channel>`, `field:<name>`, `stage_at:<stage>`. Columns without a target are left out. */
            mapping?: {
                [key: string]: string;
            };
            /**
             * @description `upsert` (default), `create`: whoever is there stays as they are, `update`: adds nobody.
             * @enum {string}
             */
            mode?: "upsert" | "create" | "update";
            /** @description Everything but the writing: counts and rows as they would be. */
            dry_run?: boolean;
            /** @description The source of people whose row names none. */
            source?: string;
            /** @description The system external ids belong to; the one the headers look like otherwise. */
            system?: string;
            /** @description The lifecycle stages belong to; the default one otherwise. */
            lifecycle?: string;
            /** @description The stage of new people whose row names none. */
            stage?: string;
            /** @description What the file calls a stage → its key. */
            stage_values?: {
                [key: string]: string;
            };
            reason?: components["schemas"]["ReasonGiven"] & unknown;
            /**
             * @description A row whose handle belongs to a contact of another name is rejected, or, where you say `update`, taken for that person under a new name.
             * @enum {string}
             */
            on_other_name?: "reject" | "update";
            /**
             * @description A row with a tag that does not exist is rejected (default), comes in without it, or, with the scope `tags:write`, creates it. What was left out or created is in the `notices` of the row.
             * @enum {string}
             */
            on_unknown_tag?: "reject" | "leave-out" | "create";
            /** @description The multi-choice group that created tags belong to; `imported` otherwise, which is created where it is missing. */
            tag_group?: string;
            /** @description How dates are written, for all columns or by header. Otherwise the whole column must prove it. */
            date_format?: components["schemas"]["DateFormat"] | {
                [key: string]: components["schemas"]["DateFormat"];
            };
            /** @description The zone of dates without an offset; the company’s otherwise. */
            zone?: string;
            /** @enum {string} */
            encoding?: "utf-8" | "gb18030" | "big5" | "shift_jis" | "windows-1252" | "utf-16le";
            delimiter?: string;
        };
        /** @enum {string} */
        DateFormat: "instant" | "ymd" | "dmy" | "mdy" | "chinese" | "epoch-s" | "epoch-ms";
        Webhooks: {
            data: components["schemas"]["Webhook"][];
        };
        Webhook: {
            id: string;
            url: string;
            types: string[];
            description: string | null;
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            disabled_at: string | null;
            /** @description `by-hand`, `gone` (the receiver said 410), `retries-exhausted`; more may come. */
            disabled_because: string | null;
            /** @description Every event up to this seq is settled. What `types` leaves out is passed by without being written down each time: there it may be up to a thousand behind though nothing waits. */
            delivered_through: number;
            /** @description How many events come after that, wanted or not. */
            behind: number;
            failing: {
                attempts: number;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                since: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T08:00:00.000Z
                 */
                next_attempt_at: string | null;
                error: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            previous_secret_until: string | null;
            /** @description Grows with every change; the ETag is made of it. */
            version: number;
            created_by: components["schemas"]["Actor"];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             * @example 2026-11-21T08:00:00.000Z
             */
            updated_at: string;
        };
        WebhookWithSecret: components["schemas"]["Webhook"] & {
            /**
             * @description Shown this once and kept nowhere it could be read.
             * @example whsec_…
             */
            secret: string;
        };
        WebhookCreate: {
            /**
             * @description https on the open internet; elsewhere and over http only where the operator allows the network.
             * @example https://example.com/sidestage
             */
            url: string;
            /** @description Event types to send, `contact.*` for all of an area; all of them where the list is empty. */
            types?: string[];
            description?: string | null;
            enabled?: boolean;
            /** @description Send what comes after this seq; what happens from now on unless told. */
            after?: number;
        };
        WebhookPatch: {
            /**
             * @description https on the open internet; elsewhere and over http only where the operator allows the network.
             * @example https://example.com/sidestage
             */
            url?: string;
            /** @description Event types to send, `contact.*` for all of an area; all of them where the list is empty. */
            types?: string[];
            description?: string | null;
            enabled?: boolean;
        };
        WebhookSecretRotate: {
            /**
             * @description How long messages are signed with the old secret too.
             * @default 86400
             */
            keep_previous_for_s: number;
        };
        WebhookDelivery: {
            id: string;
            webhook_id: string;
            /** @description event, replay or test. */
            kind: string;
            event_id: string | null;
            event_seq: number | null;
            type: string;
            /** @description pending, retrying, delivered or failed. */
            status: string;
            attempts: number;
            response_status: number | null;
            /** @description A code: status, redirect, timeout, connection-refused, connection-lost, tls, address-refused, not-found; more may come. */
            error: string | null;
            duration_ms: number | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T08:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            last_attempt_at: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T08:00:00.000Z
             */
            next_attempt_at: string | null;
        };
        WebhookReplay: {
            after: number;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
            /** @description Ask with it for the next page; null on the last. */
            next_cursor: string | null;
        };
        FunnelReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["FunnelReportRow"][];
        };
        FunnelReportRow: {
            step: number;
            /** @description Null for the count from outside. */
            stage: string | null;
            reached: number;
            entered: number;
            skipped: number;
            advanced: number;
            back: number | null;
            closed: number | null;
            open: number | null;
            /** Format: double */
            rate_from_previous: number | null;
            /** Format: double */
            rate_from_first: number | null;
            /** Format: double */
            rate_decided: number | null;
        };
        TimeInStageReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["TimeInStageReportRow"][];
        };
        TimeInStageReportRow: {
            /** @description Key of a stage within its lifecycle. */
            stage: string;
            stays: number;
            moved: number;
            closed: number;
            open: number;
            median_s: number | null;
            p90_s: number | null;
            longest_open_s: number | null;
        };
        PoolsReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["PoolsReportRow"][];
        };
        PoolsReportRow: {
            period: string;
            /** @description traffic, lead, asset or capital; more may come. */
            pool: string;
            at_start: number;
            inflow: number;
            outflow: number;
            at_end: number;
            new: number;
            reopened: number;
            from_pools: number;
            to_pools: number;
            closed: number;
            gone: number;
        };
        ReasonsReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["ReasonsReportRow"][];
        };
        ReasonsReportRow: {
            outcome: string;
            reason: string | null;
            closings: number;
            /** Format: double */
            share: number | null;
            first: number;
            reopened: number;
            recovered: number;
            /** Format: double */
            recovery_rate: number | null;
            median_reopen_s: number | null;
        };
        ValidityReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["ValidityReportRow"][];
        };
        ValidityReportRow: {
            /** @description source-week, source or all. */
            group: string;
            source: string | null;
            week: string | null;
            people: number;
            valid: number;
            invalid: number;
            undecided: number;
            /** Format: double */
            validity: number | null;
            /** Format: double */
            at_least: number | null;
            /** Format: double */
            at_most: number | null;
        };
        ConversionReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["ConversionReportRow"][];
        };
        ConversionReportRow: {
            /** @description What `key` is, or all. */
            group: string;
            key: string | null;
            people: number;
            converted: number;
            closed: number;
            open: number;
            /** Format: double */
            rate: number | null;
            /** Format: double */
            rate_decided: number | null;
        };
        CohortsReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["CohortsReportRow"][];
        };
        CohortsReportRow: {
            cohort: string;
            people: number;
            age: number;
            converted: number | null;
            /** Format: double */
            rate: number | null;
        };
        CoverageReport: {
            report: string;
            /** @description How it was counted, in words. */
            method: {
                key: string;
                /** @description Grows with every change; the ETag is made of it. */
                version: number;
                description: string;
            };
            /** @description As they were used, those not given filled in. */
            parameters: {
                [key: string]: unknown;
            };
            /** @description How many people, or visits where the method says so. */
            n: number;
            /** @description The last ledger row that was read. */
            ledger_seq: number;
            /** @description The last event, where owners, sources or tags matter; null on the ledger alone. */
            event_seq: number | null;
            data: components["schemas"]["CoverageReportRow"][];
        };
        CoverageReportRow: {
            share_of: string;
            /** @description Whose next steps; null for everybody. */
            owner: string | null;
            part: number;
            whole: number;
            /** Format: double */
            share: number | null;
        };
        Health: {
            status: string;
            /** @description Grows with every change; the ETag is made of it. */
            version: string;
            database: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description What is left to this caller (`r`), and in how many seconds all of it is back (`t`). */
        RateLimit: string;
        /** @description How many requests may come at once (`q`), and in how many seconds as many come back (`w`). */
        "RateLimit-Policy": string;
        /** @description Seconds to wait before the request is sent again. */
        "Retry-After": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listContacts: {
        parameters: {
            query?: {
                /** @description Words, each of which occurs in a name, company or handle, or in what was noted about the person. One character is enough. */
                q?: string;
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description Keys of stages, any of them. */
                stage?: string[];
                /** @description Key of a tag. */
                tag?: string[];
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description In one of these states, as last judged: within a minute of now. */
                health?: ("well" | "at_risk" | "dormant" | "negative_value")[];
                /** @description Only people closed where they stand in the lifecycle, or only the others. */
                closed?: boolean;
                /** @description Only people whose stage may be approached so, and who are closed nowhere; `left_out` says how many others there are. */
                outreach?: "marketing" | "service";
                /** @description Of the attack/defence matrix in settings. */
                quadrant?: ("base" | "attack" | "maintain" | "harass")[];
                /** @description Only what changed at or after this time. */
                updated_since?: string;
                /** @description Those put away instead of the others. */
                archived?: boolean;
                /** @description Without it: `relevance` where there is a `q` (whose handle it is, whose name begins so by name, who is named so, who was noted so, the newest first), else `-created_at`. People without a value come last. */
                sort?: "relevance" | "-created_at" | "created_at" | "-updated_at" | "updated_at" | "display_name" | "-display_name" | "last_touch_at" | "-last_touch_at" | "next_follow_up_at" | "-next_follow_up_at";
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactListPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handle-taken`: A handle belongs to one contact. `context-mismatch`: The handle named in the context belongs to another contact. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. `contact-unknown`: No contact the caller may see has this id. `tag-unknown`: No tag has this key. `tags-conflict`: Several tags of one single-choice group, or one tag both added and removed. `tags-too-many`: A contact has at most 100 tags. `move-not-allowed`: The policy of the lifecycle does not allow this move. `reason-required`: This move needs a reason. `criteria-unmet`: The stage asks for criteria that are not met. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveIn"];
            };
        };
        responses: {
            /** @description exact, candidates, restricted or none */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match": string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: This operation needs If-Match. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. `conflict`: The request conflicts with what is stored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. `contact-unknown`: No contact the caller may see has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description Archived */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description Restored */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactSearch"];
            };
        };
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchContacts: {
        parameters: {
            query?: {
                /** @description Decide and answer what would come of it; store nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactsBatch"];
            };
        };
        responses: {
            /** @description What each item came to, in the order sent */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `batch-refused`: An atomic batch has items that were refused, so nothing was written. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchTags: {
        parameters: {
            query?: {
                /** @description Decide and answer what would come of it; store nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsBatch"];
            };
        };
        responses: {
            /** @description What each item came to, in the order sent */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `batch-refused`: An atomic batch has items that were refused, so nothing was written. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchTransitions: {
        parameters: {
            query?: {
                /** @description Decide and answer what would come of it; store nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovesBatch"];
            };
        };
        responses: {
            /** @description What each item came to, in the order sent */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `batch-refused`: An atomic batch has items that were refused, so nothing was written. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchOwners: {
        parameters: {
            query?: {
                /** @description Decide and answer what would come of it; store nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnersBatch"];
            };
        };
        responses: {
            /** @description What each item came to, in the order sent */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `batch-refused`: An atomic batch has items that were refused, so nothing was written. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContactCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContactTimeline: {
        parameters: {
            query?: {
                /** @description Only of this kind. */
                kind?: ("stage" | "handover" | "interaction" | "follow_up" | "tags" | "identity" | "contact")[];
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identities"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addContactIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityAdd"];
            };
        };
        responses: {
            /** @description Already theirs */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAdded"];
                };
            };
            /** @description Added */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAdded"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handle-taken`: A handle belongs to one contact. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAdded"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handle-taken`: A handle belongs to one contact. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: {
                /** @description Only those who may be this person. */
                contact_id?: string;
                /** @description Only pairs at least this likely. */
                min_strength?: "weak" | "likely" | "strong";
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicatePage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotDuplicates: {
        parameters: {
            query?: {
                /** @description Only what is about this person. */
                contact_id?: string;
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotDuplicatePage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNotDuplicate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotDuplicateCreate"];
            };
        };
        responses: {
            /** @description Already so */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotDuplicate"];
                };
            };
            /** @description Remembered */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotDuplicate"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeNotDuplicate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: {
                /** @description Only what is about this person. */
                contact_id?: string;
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeContacts: {
        parameters: {
            query?: {
                /** @description Decide and answer what would come of it; store nothing. */
                dry_run?: boolean;
            };
            header: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCreate"];
            };
        };
        responses: {
            /** @description What would be */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeDryRun"];
                };
            };
            /** @description Merged */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `contact-merged`: The contact has been merged into another, or the row belongs to a merge. `contact-archived`: An archived contact takes no changes. `context-mismatch`: The handle named in the context belongs to another contact. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required`: This operation needs If-Match. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The merge */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revertMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The merge, taken back */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merge-reverted`: This merge was reverted before. `merge-not-last`: One of the contacts was merged again after this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversationLinks: {
        parameters: {
            query: {
                /** @description Key of a channel. */
                channel: string;
                /** @description What tells apart places within the channel, such as two shops; empty where there is one. */
                scope?: string;
                /** @description The name of the conversation within the channel. */
                conversation_key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationLinks"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConversationLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationLinkCreate"];
            };
        };
        responses: {
            /** @description Already so */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationLink"];
                };
            };
            /** @description Remembered */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationLink"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The request conflicts with what is stored. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeConversationLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLifecycles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lifecycles */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycles"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLifecycle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LifecycleCopy"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycle"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-exists`: Something with this key exists. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLifecycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lifecycle */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lifecycle"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countLifecycleStages: {
        parameters: {
            query?: {
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
            };
            header?: never;
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People per stage and per pool */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageCounts"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLifecycleVersions: {
        parameters: {
            query?: {
                /** @description Only this version. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleVersions"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLifecycleDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft and what it makes */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleDraft"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLifecycleDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LifecycleDraftIn"];
            };
        };
        responses: {
            /** @description The draft and what it makes */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleDraft"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-outdated`: Another version was published since this draft was made. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLifecycleDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulateLifecycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LifecycleDraftIn"];
            };
        };
        responses: {
            /** @description What would happen */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleSimulation"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-missing`: This lifecycle has no draft. `draft-outdated`: Another version was published since this draft was made. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishLifecycle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In force */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecyclePublication"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-missing`: This lifecycle has no draft. `draft-outdated`: Another version was published since this draft was made. `draft-unchanged`: The draft changes nothing. `publication-running`: People are still being moved out of the stages the last version retired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The publication */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecyclePublication"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReasons: {
        parameters: {
            query?: {
                /** @description Only of this kind. */
                kind?: "backward" | "lost" | "disqualified" | "churned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reasons */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reasons"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScripts: {
        parameters: {
            query?: {
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description Its own scripts and those for any stage. */
                stage?: string;
                /** @description Only in this language. */
                locale?: "en" | "zh-CN";
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScriptPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createScript: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScriptCreate"];
            };
        };
        responses: {
            /** @description Written */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Script"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `lifecycle-unknown`: No lifecycle has this key. `stage-unknown`: The lifecycle has no stage with this key. `variable-unknown`: A script names a variable that does not exist. `brace-unbalanced`: A script has a brace that neither opens nor closes a variable. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Script"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteScript: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateScript: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScriptPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Script"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `stage-unknown`: The lifecycle has no stage with this key. `variable-unknown`: A script names a variable that does not exist. `brace-unbalanced`: A script has a brace that neither opens nor closes a variable. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactMoves: {
        parameters: {
            query?: {
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry per stage, the current one not allowed */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moves"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactTransitions: {
        parameters: {
            query?: {
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows, oldest first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransitionPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveContactStage: {
        parameters: {
            query?: {
                /** @description Decide and answer what would come of it; store nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveRequest"];
            };
        };
        responses: {
            /** @description Already there, or a dry run */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoveDryRun"] | components["schemas"]["Unchanged"];
                };
            };
            /** @description Moved */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moved"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stage-changed`: The contact is no longer in the stage the move expected. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `stage-unknown`: The lifecycle has no stage with this key. `move-not-allowed`: The policy of the lifecycle does not allow this move. `reason-required`: This move needs a reason. `reason-unknown`: No reason has this code. `reason-unfit`: This reason is for another kind of move. `reason-note-required`: This reason needs a note that explains it. `effective-in-future`: A move cannot take effect more than 60 seconds ahead. `criteria-unmet`: The stage asks for criteria that are not met. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequest"];
            };
        };
        responses: {
            /** @description Closed so already */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unchanged"];
                };
            };
            /** @description Closed */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closed"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stage-changed`: The contact is no longer in the stage the move expected. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `close-not-allowed`: The contact is in no stage of the lifecycle, the outcome does not fit this contact, or the lifecycle has a stage of its own for this end. `reason-unknown`: No reason has this code. `reason-unfit`: This reason is for another kind of move. `reason-note-required`: This reason needs a note that explains it. `effective-in-future`: A move cannot take effect more than 60 seconds ahead. `effective-too-early`: A contact cannot be closed or reopened as of a time before their last move. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description Not closed */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unchanged"];
                };
            };
            /** @description Open again */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closed"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `close-not-allowed`: The contact is in no stage of the lifecycle, the outcome does not fit this contact, or the lifecycle has a stage of its own for this end. `reason-unknown`: No reason has this code. `reason-note-required`: This reason needs a note that explains it. `effective-in-future`: A move cannot take effect more than 60 seconds ahead. `effective-too-early`: A contact cannot be closed or reopened as of a time before their last move. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransitions: {
        parameters: {
            query?: {
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows, oldest first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransitionPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transition"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoTransition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description A new row that voids the move */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `undo-not-yours`: Only the one who made a move can undo it. `undo-too-late`: A move can be undone for 10 minutes. `undo-not-last`: Only the last move can be undone. `undo-already`: This move was undone before. `undo-first-row`: Without this row the contact would be in no stage. `stage-retired`: The contact would return to a stage that a later version of the lifecycle retired. `contact-merged`: The contact has been merged into another, or the row belongs to a merge. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctTransition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            /** @description A new row that voids the one named */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `undo-already`: This move was undone before. `undo-first-row`: Without this row the contact would be in no stage. `stage-retired`: The contact would return to a stage that a later version of the lifecycle retired. `contact-merged`: The contact has been merged into another, or the row belongs to a merge. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `reason-unknown`: No reason has this code. `reason-note-required`: This reason needs a note that explains it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactPositions: {
        parameters: {
            query?: {
                /** @description The time asked about; now where left out. */
                as_of?: string;
                /** @description By what was recorded up to then; now where left out. Rows recorded later change no answer. */
                known_at?: string;
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry per lifecycle the contact was in, the default first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PositionsAsOf"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroups"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTagGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagGroupCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroup"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-exists`: Something with this key exists. `tags-full`: There are 1,000 tags in use, 5,000 with the retired ones, or 100 tag groups. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTagGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagGroupPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroup"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description true: the retired ones too. */
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tags */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tags"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-exists`: Something with this key exists. `tags-full`: There are 1,000 tags in use, 5,000 with the retired ones, or 100 tag groups. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The request conflicts with what is stored. `tags-full`: There are 1,000 tags in use, 5,000 with the retired ones, or 100 tag groups. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactTags"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeContactTags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagChange"];
            };
        };
        responses: {
            /** @description What changed */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsChanged"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `tag-unknown`: No tag has this key. `tags-conflict`: Several tags of one single-choice group, or one tag both added and removed. `tags-too-many`: A contact has at most 100 tags. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addContactTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
                /** @description Key of a tag. */
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description What changed */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsChanged"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `tag-unknown`: No tag has this key. `tags-conflict`: Several tags of one single-choice group, or one tag both added and removed. `tags-too-many`: A contact has at most 100 tags. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeContactTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
                /** @description Key of a tag. */
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description What changed */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsChanged"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `tag-unknown`: No tag has this key. `tags-conflict`: Several tags of one single-choice group, or one tag both added and removed. `tags-too-many`: A contact has at most 100 tags. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fields */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fields"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldCreate"];
            };
        };
        responses: {
            /** @description Declared */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-exists`: Something with this key exists. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The request conflicts with what is stored. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rules in force */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleCreate"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-exists`: Something with this key exists. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The key, which never changes. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulePatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-exists`: Something with this key exists. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContactClassification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each with the figures that made it so */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classification"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRuleOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
                /** @description Key of a rule. */
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classification"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMatrixReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixReport"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMatrixReportCsv: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per quadrant */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactInteractions: {
        parameters: {
            query?: {
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionCreate"];
            };
        };
        responses: {
            /** @description Logged */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionLogged"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. `effective-in-future`: A move cannot take effect more than 60 seconds ahead. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFollowUps: {
        parameters: {
            query?: {
                /** @description Days of the assignee’s own zone. */
                bucket?: "overdue" | "today" | "upcoming";
                /** @description A staff id, `me` or `all`. A staff caller gets their own unless they say otherwise. */
                assignee?: string;
                /** @description Only what is about this person. */
                contact_id?: string;
                /** @description Only in this state. */
                status?: "open" | "done" | "cancelled";
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By due time */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpCreate"];
            };
        };
        responses: {
            /** @description Planned */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFollowUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The follow-up */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `follow-up-closed`: The follow-up is done or cancelled. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FollowUpComplete"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `follow-up-closed`: The follow-up is done or cancelled. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snoozeFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpSnooze"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `follow-up-closed`: The follow-up is done or cancelled. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelFollowUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    context?: components["schemas"]["Context"];
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `follow-up-closed`: The follow-up is done or cancelled. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHandovers: {
        parameters: {
            query?: {
                /** @description Only in this state. */
                status?: "open" | "accepted" | "declined" | "withdrawn";
                /** @description Only what is about this person. */
                contact_id?: string;
                /** @description Only what is handed to this function. */
                to_function?: "marketing" | "sales" | "service";
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whoever waits longest first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The handover */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HandoverAccept"];
            };
        };
        responses: {
            /** @description Taken over */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverAnswered"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handover-closed`: The handover was accepted or declined before, or withdrawn because the contact moved on. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverDecline"];
            };
        };
        responses: {
            /** @description Declined */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverAnswered"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handover-closed`: The handover was accepted or declined before, or withdrawn because the contact moved on. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HandoverReopen"];
            };
        };
        responses: {
            /** @description Open */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverAnswered"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. `contact-erased`: This person was erased; only counts and dates remain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handover-closed`: The handover was accepted or declined before, or withdrawn because the contact moved on. `context-mismatch`: The handle named in the context belongs to another contact. `contact-archived`: An archived contact takes no changes. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Staff */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The staff member */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffPatch"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-owner`: At least one active owner must remain. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationCreate"];
            };
        };
        responses: {
            /** @description The code */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `secret-not-repeatable`: The first answer to this Idempotency-Key held a secret and was not kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `staff-unknown`: No active staff member has this id. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionCreate"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-invalid`: No open invitation has this code. `invitation-used`: An invitation code works once and this one has been used. `invitation-expired`: An invitation code works for 24 hours. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `secret-not-repeatable`: The first answer to this Idempotency-Key held a secret and was not kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRefresh"];
            };
        };
        responses: {
            /** @description New tokens */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session-revoked`: This session was ended, or its refresh token was used twice. `staff-deactivated`: This member of staff was switched off; their sessions have ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCurrentSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MePatch"];
            };
        };
        responses: {
            /** @description As I am now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys, without their secrets */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyCreate"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyCreated"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `secret-not-repeatable`: The first answer to this Idempotency-Key held a secret and was not kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `scope-unknown`: No scope has this name. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_name?: string;
                    default_region?: string | null;
                    /** @description An IANA time zone, such as Asia/Shanghai. */
                    zone?: string;
                    /** @enum {string} */
                    locale?: "en" | "zh-CN";
                    default_lifecycle?: string;
                    /** @enum {string} */
                    visibility?: "all" | "own";
                    /**
                     * @description Whether a contact may have fields that nobody declared.
                     * @enum {string}
                     */
                    undeclared_fields?: "keep" | "refuse";
                    /** @description Grade tag → days between touches. Given whole. */
                    grade_cadence_days?: {
                        [key: string]: number;
                    };
                    /** @description The attack/defence matrix: two number fields and their cut lines. Given whole. */
                    matrix?: {
                        x_field: string;
                        y_field: string;
                        /** Format: double */
                        x_cut: number;
                        /** Format: double */
                        y_cut: number;
                    } | null;
                    /** @description How interactions warm a contact and time cools it. Given whole. */
                    warming?: {
                        /** Format: double */
                        boiling_point: number;
                        /** Format: double */
                        half_life_days: number;
                        points: {
                            [key: string]: number;
                        };
                    };
                    health?: {
                        dormant_days?: number;
                        silence_days?: number;
                        window_days?: number;
                        /** Format: double */
                        purchases_fall_to?: number;
                        complaints?: number;
                        value_field?: string | null;
                        /** Format: double */
                        value_below?: number;
                    };
                    /** @description When staff may be disturbed, each in their own zone. */
                    civil_hours?: {
                        from: string;
                        to: string;
                    };
                };
            };
        };
        responses: {
            /** @description The settings as they are now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only what comes after this seq. */
                after?: number;
                /** @description Event types, `contact.*` for all of an area. */
                types?: string[];
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to limit events, and where to go on */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Only what comes after this seq. */
                after?: number;
                /** @description Event types, `contact.*` for all of an area. */
                types?: string[];
                /** @description Leaves out what was written under this Sidestage-Client header: your own echo. */
                exclude_client?: string;
                /** @description Say something at least this often, in seconds, so that a broken line is known. */
                heartbeat_s?: number;
            };
            header?: {
                /** @description The id of the last event seen. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Who: the id of a staff member or a key, or `system`. */
                actor?: string;
                /** @description What was asked for: an operationId of this document. */
                operation?: string;
                /** @description What it was done to, or what it made: an id or a key. */
                subject?: string;
                /** @description Only what came to this. */
                outcome?: "done" | "unchanged" | "refused";
                /** @description From this time on. */
                since?: string;
                /** @description Up to, and without, this instant. */
                until?: string;
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Kept, and looked into */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ImportStart"];
            };
        };
        responses: {
            /** @description Under way */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-state`: The import is in a state that does not allow this. `import-file-gone`: The file of this import was removed after it ended or lay unused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `import-refused`: The file does not fit the mapping or the options. Nothing was written. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-state`: The import is in a state that does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Under way again */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import-state`: The import is in a state that does not allow this. `import-file-gone`: The file of this import was removed after it ended or lay unused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportImportRows: {
        parameters: {
            query?: {
                /** @description Only what came to this. */
                outcome?: "created" | "updated" | "unchanged" | "rejected";
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows so far */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportImportRowsCsv: {
        parameters: {
            query?: {
                /** @description Only what came to this. */
                outcome?: "created" | "updated" | "unchanged" | "rejected";
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows so far */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        responses: {
            /** @description Set up */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks-full`: No more webhooks can be set up. `secret-not-repeatable`: The first answer to this Idempotency-Key held a secret and was not kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `webhook-address-refused`: A webhook may not go to this address: it is not https, cannot be found, or is in a private network. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. `webhook-address-refused`: A webhook may not go to this address: it is not https, cannot be found, or is in a private network. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookSecretRotate"];
            };
        };
        responses: {
            /** @description With the new secret */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `secret-not-repeatable`: The first answer to this Idempotency-Key held a secret and was not kept. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
                /** @description The ETag you last saw, or `*`. Where another version is there by now: 412 with what is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookReplay"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `bad-json`: The body could not be read as JSON. `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-mismatch`: If-Match names a version that is no longer current. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body is not of a type this address takes. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only in this state. */
                status?: "pending" | "retrying" | "delivered" | "failed";
                /** @description How many at most in one answer, 1 to 200. */
                limit?: number;
                /** @description `next_cursor` of the page before, with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor belongs to another query or is damaged. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeat the request safely: the same key and request answers the same bytes. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id, as answers name it. Of a contact that was merged, the survivor is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be sent */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `idempotency-key-malformed`: The key is empty, over 255 characters, or not printable ASCII. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here that the caller may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `idempotency-key-reused`: Another request was sent under this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage-full`: Nothing more can be stored. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFunnelReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description Keys of stages, in order; all of the lifecycle unless told. */
                steps?: string[];
                /** @description Count visits or people. */
                count?: "first" | "visits";
                /** @description A first figure from outside, such as people who passed by. */
                external_first?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFunnelReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description Keys of stages, in order; all of the lifecycle unless told. */
                steps?: string[];
                /** @description Count visits or people. */
                count?: "first" | "visits";
                /** @description A first figure from outside, such as people who passed by. */
                external_first?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeInStageReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description Count visits or people. */
                count?: "first" | "visits";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeInStageReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeInStageReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description Count visits or people. */
                count?: "first" | "visits";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoolsReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description What to count by. */
                by?: "all" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolsReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoolsReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description What to count by. */
                by?: "all" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReasonsReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description Only what came to this. */
                outcome?: "lost" | "disqualified" | "churned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonsReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReasonsReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description Only what came to this. */
                outcome?: "lost" | "disqualified" | "churned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getValidityReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description The first stage that may be marketed to unless told. */
                qualifies?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidityReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getValidityReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description The first stage that may be marketed to unless told. */
                qualifies?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversionReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description The first stage unless told. */
                start?: string;
                /** @description The first stage of the asset pool unless told. */
                goal?: string;
                /** @description What to count by. */
                by?: "owner" | "source" | "channel" | "week";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversionReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description The first stage unless told. */
                start?: string;
                /** @description The first stage of the asset pool unless told. */
                goal?: string;
                /** @description What to count by. */
                by?: "owner" | "source" | "channel" | "week";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCohortsReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description The first stage unless told. */
                start?: string;
                /** @description The first stage of the asset pool unless told. */
                goal?: string;
                /** @description How long a cohort is. */
                unit?: "week" | "month";
                /** @description At which ages to look, in units. */
                ages?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortsReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCohortsReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description Inclusive. */
                from?: string;
                /** @description Exclusive. */
                to?: string;
                /** @description Where the watch ends; the end of this minute unless told. Rows that took effect later are not there. */
                as_of?: string;
                /** @description What was known then: rows recorded later are not there, undos included. */
                known_at?: string;
                /** @description The first stage unless told. */
                start?: string;
                /** @description The first stage of the asset pool unless told. */
                goal?: string;
                /** @description How long a cohort is. */
                unit?: "week" | "month";
                /** @description At which ages to look, in units. */
                ages?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoverageReport: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description How many days back. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoverageReportCsv: {
        parameters: {
            query?: {
                /** @description The default lifecycle unless told. */
                lifecycle?: string;
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description The channel of a person’s oldest handle. */
                channel?: string;
                /** @description How many days back. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of names, one per row */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportContacts: {
        parameters: {
            query?: {
                /** @description Words, each of which occurs in a name, company or handle, or in what was noted about the person. One character is enough. */
                q?: string;
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description Keys of stages, any of them. */
                stage?: string[];
                /** @description Key of a tag. */
                tag?: string[];
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description In one of these states, as last judged: within a minute of now. */
                health?: ("well" | "at_risk" | "dormant" | "negative_value")[];
                /** @description Only people closed where they stand in the lifecycle, or only the others. */
                closed?: boolean;
                /** @description Only people whose stage may be approached so, and who are closed nowhere; `left_out` says how many others there are. */
                outreach?: "marketing" | "service";
                /** @description Of the attack/defence matrix in settings. */
                quadrant?: ("base" | "attack" | "maintain" | "harass")[];
                /** @description Only what changed at or after this time. */
                updated_since?: string;
                /** @description Those put away instead of the others. */
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody who fits, oldest first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportContactsCsv: {
        parameters: {
            query?: {
                /** @description Words, each of which occurs in a name, company or handle, or in what was noted about the person. One character is enough. */
                q?: string;
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description Keys of stages, any of them. */
                stage?: string[];
                /** @description Key of a tag. */
                tag?: string[];
                /** @description A staff id, `me`, or `none` for the pool. */
                owner?: string;
                /** @description Where people came from, as it is written on them. */
                source?: string;
                /** @description In one of these states, as last judged: within a minute of now. */
                health?: ("well" | "at_risk" | "dormant" | "negative_value")[];
                /** @description Only people closed where they stand in the lifecycle, or only the others. */
                closed?: boolean;
                /** @description Only people whose stage may be approached so, and who are closed nowhere; `left_out` says how many others there are. */
                outreach?: "marketing" | "service";
                /** @description Of the attack/defence matrix in settings. */
                quadrant?: ("base" | "attack" | "maintain" | "harass")[];
                /** @description Only what changed at or after this time. */
                updated_since?: string;
                /** @description Those put away instead of the others. */
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody who fits, oldest first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTransitions: {
        parameters: {
            query?: {
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description Only rows after this seq: what the last export did not have. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows by seq */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTransitionsCsv: {
        parameters: {
            query?: {
                /** @description Key of a lifecycle; the default one unless told. */
                lifecycle?: string;
                /** @description Only rows after this seq: what the last export did not have. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows by seq */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: No valid bearer token came with the request. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The caller may see this but not do it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. `lifecycle-unknown`: No lifecycle has this key. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `validation-failed`: At least one field or parameter is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: This key sends faster than it may. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed; nothing was half-written. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: The database is locked or the service is stopping. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
export type KnownProblemCode =
    | "bad-json"
    | "unauthenticated"
    | "session-revoked"
    | "staff-deactivated"
    | "invitation-invalid"
    | "invitation-used"
    | "invitation-expired"
    | "forbidden"
    | "not-found"
    | "method-not-allowed"
    | "contact-erased"
    | "contact-merged"
    | "merge-reverted"
    | "merge-not-last"
    | "webhooks-full"
    | "tags-full"
    | "conflict"
    | "already-exists"
    | "handle-taken"
    | "match-ambiguous"
    | "stage-changed"
    | "context-mismatch"
    | "secret-not-repeatable"
    | "stage-retired"
    | "draft-missing"
    | "draft-outdated"
    | "draft-unchanged"
    | "publication-running"
    | "follow-up-closed"
    | "handover-closed"
    | "contact-archived"
    | "import-state"
    | "import-file-gone"
    | "last-owner"
    | "undo-not-yours"
    | "undo-too-late"
    | "undo-not-last"
    | "undo-already"
    | "undo-first-row"
    | "version-mismatch"
    | "body-too-large"
    | "unsupported-media-type"
    | "validation-failed"
    | "field-unknown"
    | "parameter-unknown"
    | "field-required"
    | "field-invalid"
    | "value-unfit"
    | "text-too-long"
    | "text-malformed"
    | "limit-out-of-range"
    | "cursor-invalid"
    | "time-malformed"
    | "local-time-malformed"
    | "zone-unknown"
    | "channel-unknown"
    | "handle-malformed"
    | "handle-too-long"
    | "phone-region-needed"
    | "handles-or-hints-needed"
    | "variable-unknown"
    | "brace-unbalanced"
    | "lifecycle-unknown"
    | "stages-missing"
    | "stage-repeated"
    | "stage-mapping-needed"
    | "stage-mapping-unfit"
    | "criterion-repeated"
    | "stage-unknown"
    | "move-not-allowed"
    | "criteria-unmet"
    | "reason-required"
    | "reason-unknown"
    | "reason-unfit"
    | "reason-note-required"
    | "close-not-allowed"
    | "effective-too-early"
    | "effective-in-future"
    | "tag-unknown"
    | "tag-group-unknown"
    | "tags-too-many"
    | "tags-conflict"
    | "import-refused"
    | "batch-refused"
    | "staff-unknown"
    | "contact-unknown"
    | "event-type-unknown"
    | "webhook-address-refused"
    | "scope-unknown"
    | "idempotency-key-reused"
    | "idempotency-key-malformed"
    | "precondition-required"
    | "rate-limited"
    | "internal"
    | "busy"
    | "storage-full";
