// What the last writes changed, numbered without a gap; older ones go. One node counts: each write holds it from its last statement to its commit.
CREATE CONSTRAINT change_number IF NOT EXISTS FOR (n:Change) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT change_counter IF NOT EXISTS FOR (n:ChangeCounter) REQUIRE n.id IS UNIQUE;
