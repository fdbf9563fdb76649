namespace Semel.Analyzers.Names;

/// <summary>The words that decide whether a method creates a resource of a remote API. Each list is held to its tests.</summary>
internal static class CreateWords
{
    /// <summary>They create whatever stands behind them.</summary>
    public static readonly HashSet<string> Verbs = ["create", "provision", "insert", "launch", "allocate", "register", "instantiate", "purchase", "spawn"];

    /// <summary>They create where a resource or a result says so.</summary>
    public static readonly HashSet<string> WeakVerbs =
        ["add", "new", "open", "submit", "make", "place", "book", "reserve", "schedule", "raise", "buy", "order", "issue", "enroll", "post", "charge", "refund", "transfer", "invite", "file", "start"];

    /// <summary>Weak verbs that are nouns as well: <c>RefundAsync</c> to <c>/refunds</c>.</summary>
    public static readonly HashSet<string> VerbsAndNouns = ["charge", "refund", "transfer", "order", "invite"];

    /// <summary>What the one method of a class is called that is named after what it does.</summary>
    public static readonly HashSet<string> Runs = ["handle", "execute", "run", "invoke", "process"];

    /// <summary>Nouns of what is made by a POST and is no resource that should be there once.</summary>
    public static readonly HashSet<string> NoResource =
    [
        "token", "jwt", "session", "login", "logon", "auth", "authentication", "authorization", "request", "response", "client", "query", "search", "lookup", "filter",
        "batch", "bulk", "upload", "url", "uri", "signature", "hash", "checksum", "log", "metric", "telemetry", "trace", "span", "measurement", "ping", "heartbeat",
        "completion", "embedding", "moderation", "transcription", "translation", "prediction", "inference", "classification", "speech", "preview", "estimate", "calculation",
        "validation", "verification", "challenge", "nonce", "otp", "captcha", "cookie", "header", "content", "payload", "body", "connection", "context", "exception", "handler",
        "diff", "rpc", "message", "score", "rating", "feedback", "vote", "command", "action", "stream", "scope", "graphql", "parameter", "uploader", "message_handler", "impersonation", "assertion",
    ];

    /// <summary>What stands in front of a noun of <see cref="NoResource"/> and makes it a resource.</summary>
    public static readonly HashSet<string> Qualifiers = ["pull", "merge", "service", "access", "change", "feature", "signing", "leave", "purchase", "checkout", "training", "support", "saved", "vpn", "o", "oauth"];

    /// <summary>Resources that a weak verb creates.</summary>
    public static readonly HashSet<string> Resources =
    [
        "server", "instance", "machine", "vm", "droplet", "node", "cluster", "volume", "disk", "snapshot", "bucket", "network", "subnet", "vpc", "firewall", "rule", "record",
        "domain", "zone", "certificate", "database", "user", "account", "customer", "contact", "company", "organization", "team", "project", "repository", "repo", "issue",
        "ticket", "order", "invoice", "payment", "charge", "refund", "transfer", "payout", "subscription", "plan", "product", "booking", "reservation", "appointment", "meeting",
        "webhook", "hook", "deployment", "environment", "app", "application", "device", "card", "comment", "document", "page", "task", "job", "shipment", "key", "tenant",
        "workspace", "channel", "room", "campaign", "lead", "deal", "opportunity", "container", "monitor", "alert", "dashboard", "board", "note", "article", "address",
        "gateway", "balancer", "function", "topic", "queue", "article", "event", "donation", "claim", "employee", "vehicle", "site", "host", "license", "folder",
    ];

    /// <summary>What may be made with a user and a password; anything else that takes both signs in.</summary>
    public static readonly HashSet<string> Accounts = ["user", "account", "customer", "member", "employee", "mailbox", "administrator", "admin", "tenant", "database", "contact", "person", "profile"];

    /// <summary>What is attached to something that exists: a second one is the same one.</summary>
    public static readonly HashSet<string> Attachments =
        ["member", "tag", "label", "role", "permission", "reaction", "collaborator", "assignee", "follower", "favorite", "favourite", "watcher", "star", "like", "header", "handler", "scope", "claim", "flag", "topic", "reviewer", "participant", "subscriber", "vote"];

    /// <summary>First words of what reads, signs in, measures or undoes: repeating it makes nothing.</summary>
    public static readonly HashSet<string> Harmless =
    [
        "get", "find", "list", "search", "query", "lookup", "fetch", "read", "load", "retrieve", "describe", "count", "check", "validate", "verify", "test", "exists", "login", "logon", "logout",
        "sign", "authenticate", "authorize", "refresh", "renew", "track", "log", "ping", "measure", "calculate", "compute", "estimate", "preview", "render", "translate", "convert",
        "parse", "complete", "predict", "classify", "delete", "remove", "cancel", "stop", "enable", "disable", "set", "update", "replace", "close", "lock", "unlock", "purge", "clear", "flush", "sync",
        "evaluate", "resolve", "introspect", "revoke", "exchange", "poll", "wait", "export", "download", "reset", "mark", "acknowledge", "ack",
    ];

    /// <summary>Segments of paths whose POST makes no resource, wherever they stand.</summary>
    public static readonly HashSet<string> RpcSegments = ["graphql", "rpc", "jsonrpc", "json-rpc", "oauth", "oauth2", "telemetry", "soap", "xmlrpc", "openai"];

    /// <summary>Last segments of paths whose POST makes no resource.</summary>
    public static readonly HashSet<string> HarmlessSegments =
    [
        "token", "tokens", "login", "signin", "sign-in", "logout", "auth", "authorize", "authenticate", "authentication", "session", "sessions", "search", "_search", "query", "queries", "lookup", "find",
        "batch", "bulk", "_bulk", "$batch", "upload", "uploads", "actions", "action", "track", "collect", "ingest", "metrics", "logs", "ping", "heartbeat", "validate", "verify", "verification", "preview",
        "estimate", "calculate", "completions", "embeddings", "generations", "moderations", "translate", "predict", "render", "refresh", "revoke", "introspect", "signup", "sign-up", "execute", "invoke", "run",
        "compute", "convert", "transform", "analyze", "analyse", "classify", "detect", "recognize", "recognise", "parse", "compare", "check", "simulate", "count", "filter", "match", "resolve",
        "geocode", "directions", "geojson", "export", "download", "send", "publish", "push", "acknowledge", "index", "evaluate", "summarize", "confirm", "approve", "reject", "cancel", "reset", "restart", "enable", "disable",
    ];

    /// <summary>Segments of what is told to somebody, unless the method is named after it.</summary>
    public static readonly HashSet<string> Notices = ["notify", "notification", "webhook", "hook", "email", "mail", "sms", "push", "event", "audit", "message"];

    /// <summary>What a type is called besides the resource it is for.</summary>
    public static readonly HashSet<string> TypeSuffixes =
    [
        "client", "api", "apis", "service", "services", "repository", "gateway", "manager", "provider", "proxy", "adapter", "endpoint", "endpoints", "operations", "sdk", "http", "rest", "typed", "i", "base", "impl", "default",
        "resource", "resources", "connector", "facade", "page", "view", "model", "controller", "handler", "helper", "web", "remote", "store", "request", "builder", "v", "abstract", "generic", "crud", "command", "usecase", "use", "case", "consumer", "interactor",
    ];

    public static readonly HashSet<string> Prepositions = ["to", "for", "from", "with", "in", "into", "on", "onto", "at", "by", "as", "using", "via", "and", "or", "if", "when", "once", "under", "of", "async", "core", "internal", "impl", "raw"];
}
