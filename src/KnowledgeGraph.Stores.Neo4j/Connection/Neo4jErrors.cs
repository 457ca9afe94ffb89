using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>Says in our own terms what a server's error code means, whether it will pass, and what to do.</summary>
/// <remarks>The code decides, never the HTTP status: a deadlock comes with the same status as a misspelled statement.</remarks>
internal static class Neo4jErrors
{
    /// <summary>Two processes met: a node that is gone was found before its lock was free, or one makes an index that the other has just made.</summary>
    public static readonly string[] Conflicts =
    [
        "Neo.TransientError.Transaction.DeadlockDetected",
        "Neo.TransientError.Transaction.LockAcquisitionTimeout",
        "Neo.TransientError.Transaction.Outdated",
        "Neo.ClientError.Statement.EntityNotFound",
        "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
        "Neo.ClientError.Schema.IndexAlreadyExists",
        "Neo.ClientError.Schema.ConstraintAlreadyExists",
    ];

    private static readonly string[] _passing =
    [
        .. Conflicts,
        "Neo.ClientError.Cluster.NotALeader",
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
        "Neo.ClientError.Security.AuthorizationExpired",
        "Neo.ClientError.Transaction.LockClientStopped",
        "Neo.ClientError.Transaction.TransactionNotFound",
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    ];

    // Named as passing errors by the server, though nothing comes of trying again.
    private static readonly string[] _final =
    [
        "Neo.TransientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.LockClientStopped",
    ];

    public static GraphStoreException FromCode(Uri address, string code, string message)
    {
        var isTransient = !_final.Contains(code) && (code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) || _passing.Contains(code));
        var advice = code switch
        {
            "Neo.ClientError.Security.Unauthorized" => "it refuses the user or the password; set NEO4J_USER and NEO4J_PASSWORD",
            "Neo.ClientError.Security.AuthenticationRateLimit" => "too many wrong passwords; set NEO4J_USER and NEO4J_PASSWORD and wait some seconds",
            "Neo.ClientError.Security.CredentialsExpired" => "the password must be changed first; do that in Neo4j Browser",
            "Neo.ClientError.Security.Forbidden" => "the user may not do that; give the user the right to write and to make constraints",
            "Neo.ClientError.Statement.AccessMode" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" =>
                "it takes no writes, for it is read-only or a follower in a cluster; give the address of one that takes writes, or allow them in its configuration",
            "Neo.DatabaseError.Transaction.TransactionLogError" or "Neo.DatabaseError.Transaction.TransactionStartFailed" or "Neo.DatabaseError.Transaction.TransactionCommitFailed" =>
                $"its database has failed: {message.TrimEnd('.')} ({code}); is its disk full? Make room, look into its log, and start it again",
            "Neo.ClientError.Database.DatabaseNotFound" => "it has no such database; create it, or leave NEO4J_DATABASE unset",
            _ => $"{message} ({code})",
        };
        return new GraphStoreException($"Neo4j at {address}: {advice}.", isTransient, new ServerErrorException(code, message));
    }

    /// <summary>Another writer changed what a write had locked too little of.</summary>
    public static GraphStoreException Overtaken() =>
        new("Another writer was faster.", isTransient: true, new ServerErrorException(Conflicts[0], "Another writer was faster."));

    /// <summary>A transaction went with a server that was started again, or was idle for too long.</summary>
    public static GraphStoreException Forgotten(Uri address, ServerErrorException error) =>
        new($"Neo4j at {address} has given up the transaction: {error.Message}", isTransient: true, error);

    public static GraphStoreException Away(Uri address, Exception exception) =>
        new($"Neo4j at {address} cannot be reached ({exception.Message}); check the address and that the server runs.", isTransient: true, exception);

    public static GraphStoreException NoQueryApi(Uri address) =>
        new($"{address} is no Neo4j server with the Query API; it takes Neo4j 5.26 or later, at its HTTP port (7474).", isTransient: false);

    public static GraphStoreException TooOld(Uri address, string version) =>
        new($"Neo4j at {address} is version {version}; 5.26 or later is needed.", isTransient: false);

    public static GraphStoreException Nonsense(Uri address, Exception exception) =>
        new($"Neo4j at {address} sent an answer that is cut or is no JSON.", isTransient: true, exception);
}
