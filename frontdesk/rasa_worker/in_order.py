"""Runs Rasa's prediction graph node by node in a fixed order: the same graph and nodes, without a scheduler in between."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rasa.engine.graph import ExecutionContext, GraphComponent, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

Step = tuple[str, Any, GraphComponent, tuple[tuple[str, str], ...]]


class InOrderRunner(GraphRunner):
    """A GraphRunner. Nodes are loaded once; each set of targets has its order worked out once.

    `instead`: components to load in place of the ones the model names; each must answer the same.
    """

    instead: ClassVar[Mapping[type[GraphComponent], type[GraphComponent]]] = {}

    def __init__(
        self,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> None:
        if hooks or not all(node.eager for node in graph_schema.nodes.values()):
            raise NotImplementedError("This runner is for answering; train with Rasa's own.")
        nodes = {
            n: dataclasses.replace(s, uses=self.instead.get(s.uses, s.uses)) for n, s in graph_schema.nodes.items()
        }
        self._schema = GraphSchema(nodes)
        self.nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context)
            for name, node in nodes.items()
        }
        self._orders: dict[tuple[str, ...], list[Step]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> "InOrderRunner":
        return cls(graph_schema, model_storage, execution_context, hooks)

    def components(self) -> list[GraphComponent]:
        """All loaded components."""
        return [node._component for node in self.nodes.values()]

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The targets' outputs. A component's error comes as it is."""
        wanted = tuple(targets or self._schema.target_names)
        found = dict(inputs or {})
        for name, function, component, needs in self._orders.get(wanted) or self._order(wanted):
            found[name] = function(component, **{parameter: found[source] for parameter, source in needs})
        return {name: found[name] for name in wanted}

    def _order(self, wanted: Sequence[str]) -> list[Step]:
        order: list[Step] = []
        met: set[str] = set()

        def visit(name: str) -> None:
            if name in met or name not in self._schema.nodes:
                return
            met.add(name)
            for source in self._schema.nodes[name].needs.values():
                visit(source)
            node = self.nodes[name]
            order.append((name, node._fn, node._component, tuple(node._inputs.items())))

        for name in wanted:
            visit(name)
        self._orders[tuple(wanted)] = order
        return order
