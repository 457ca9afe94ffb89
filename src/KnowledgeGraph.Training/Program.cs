using KnowledgeGraph.Training;

return Commands.Run(args);
