"""What the words around an event say of it: who holds it for true, whether it is to be or not to be, and how sure."""
